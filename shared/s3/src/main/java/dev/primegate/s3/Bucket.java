package dev.primegate.s3;

import dev.primegate.runtime.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls of S3 that are made here, by its REST API: what is there, what is in it, and what is
 * put, where nothing was or over what was. An answer that is not understood throws {@link
 * UncheckedIOException}.
 */
public final class Bucket {
    private static final int OK = 200;
    private static final int PRECONDITION_FAILED = 412;

    private final SignedCalls calls;

    /** The bucket of that name, at the region and with the credentials of the environment. */
    public Bucket(BucketAddress address, Pause pause) {
        calls = new SignedCalls(address, pause);
    }

    /** Whatever begins with {@code prefix}, by its key; as many at most, and perhaps a few more. */
    List<BucketEntry> list(String prefix, int most) {
        List<BucketEntry> entries = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            CallAnswer answer = calls.list(prefix, next);
            BucketPage page = BucketPage.read(body(answer, prefix));
            entries.addAll(page.entries());
            next = page.next();
        } while (next.isPresent() && entries.size() <= most);
        return List.copyOf(entries);
    }

    /** What is in it, of which no more than {@code most} bytes are read. */
    byte[] get(String key, int most) throws IOException {
        CallAnswer answer = calls.get(key, most + 1);
        byte[] content = body(answer, key);
        if (content.length > most) {
            throw new IOException("longer than %d bytes".formatted(most));
        }
        return content;
    }

    /** Whether nothing was there; otherwise nothing changed. */
    boolean putNew(String key, byte[] content) {
        CallAnswer answer = calls.putNew(key, content);
        if (answer.status() == PRECONDITION_FAILED) {
            return false;
        }
        body(answer, key);
        return true;
    }

    /** Whatever was there before. */
    void put(String key, byte[] content) {
        body(calls.put(key, content), key);
    }

    private static byte[] body(CallAnswer answer, String key) {
        if (answer.status() != OK) {
            throw new UncheckedIOException(
                    new IOException("%s: S3 answered %d".formatted(key, answer.status())));
        }
        return answer.body();
    }
}
