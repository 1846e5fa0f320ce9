package dev.primegate.s3;

import dev.primegate.report.FileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Files in a bucket, all of whose keys begin alike. One that says something else than before is put
 * over it; the bucket keeps its versions.
 */
public final class BucketFiles implements FileStore {
    /** A blotter of some hundred thousand trades is shorter. */
    private static final int LONGEST = 128 << 20;

    private final Bucket bucket;
    private final String prefix;

    /** Files whose keys are {@code prefix} and then their path. */
    public BucketFiles(Bucket bucket, String prefix) {
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public boolean keep(String path, byte[] content) {
        if (find(path).filter(there -> Arrays.equals(there, content)).isPresent()) {
            return false;
        }
        bucket.put(prefix + path, content);
        return true;
    }

    @Override
    public Optional<byte[]> find(String path) {
        String key = prefix + path;
        if (bucket.list(key, 1).stream().noneMatch(entry -> entry.key().equals(key))) {
            return Optional.empty();
        }
        try {
            return Optional.of(bucket.get(key, LONGEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
