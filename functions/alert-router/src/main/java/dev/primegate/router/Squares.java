package dev.primegate.router;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;

/** Waits 1, 4, 9 times as long before each retry, or as long as the destination asks. */
public final class Squares implements CustomBackoffStrategy {
    /** A function cannot wait for longer; the stream brings the alert again. */
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
                failure instanceof BusyException busy && !busy.after().isZero()
                        ? busy.after().toMillis() + Delivery.JITTER_MILLIS
                        : 0;
        return Math.min(Math.max(own, asked), LONGEST_MILLIS);
    }
}
