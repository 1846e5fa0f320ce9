package dev.primegate.s3;

import dev.primegate.report.ReportStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Files of reports in a bucket, as {@code reports/TENANT/DAY/FILE}. One that says something else
 * than before is put over it; the bucket keeps its versions.
 */
public final class BucketReports implements ReportStore {
    /** A blotter of some hundred thousand trades is shorter. */
    private static final int LONGEST = 128 << 20;

    private final Bucket bucket;

    public BucketReports(Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public boolean keep(String path, byte[] content) {
        String key = "reports/" + path;
        if (isThere(key) && Arrays.equals(content(key), content)) {
            return false;
        }
        bucket.put(key, content);
        return true;
    }

    private boolean isThere(String key) {
        return bucket.list(key, 1).stream().anyMatch(entry -> entry.key().equals(key));
    }

    private byte[] content(String key) {
        try {
            return bucket.get(key, LONGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
