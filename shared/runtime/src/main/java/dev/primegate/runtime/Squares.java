package dev.primegate.runtime;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;

/**
 * Waits 1, 4, 9 times as long before each retry, or for as long as the other side asks if that is
 * longer.
 */
public final class Squares implements CustomBackoffStrategy {
    /** What retries add or take away by chance; an asked wait is lengthened by it, never cut. */
    public static final int JITTER_MILLIS = 200;

    /** A function cannot wait for longer. */
    private static final long LONGEST_MILLIS = 30_000;

    private long firstMillis;
    private int retries;

    @Override
    public void init(long initialDelayInMillis) {
        firstMillis = initialDelayInMillis;
    }

    @Override
    public long nextDelayInMillis(Throwable failure) {
        retries++;
        long own = firstMillis * retries * retries;
        long asked =
                failure instanceof Busy busy && !busy.after().isZero()
                        ? busy.after().toMillis() + JITTER_MILLIS
                        : 0;
        return Math.min(Math.max(own, asked), LONGEST_MILLIS);
    }
}
