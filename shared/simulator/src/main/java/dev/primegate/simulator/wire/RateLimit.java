package dev.primegate.simulator.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A bucket that holds a burst and fills at a rate. */
public final class RateLimit {
    private static final long SECOND = 1_000_000_000L;

    private final Clock clock;
    private final int usualPerSecond;
    private final int usualBurst;
    private int perSecond;
    private int burst;
    // In billionths of a request, so that nothing is rounded.
    private long credit;
    private Instant at;

    public RateLimit(Clock clock, int perSecond, int burst) {
        this.clock = clock;
        this.at = clock.instant();
        this.usualPerSecond = perSecond;
        this.usualBurst = burst;
        set(perSecond, burst);
    }

    /** Sets the limit anew, with a full bucket. */
    public synchronized void set(int newPerSecond, int newBurst) {
        perSecond = newPerSecond;
        burst = newBurst;
        credit = newBurst * SECOND;
    }

    /** Back to what it was in the beginning. */
    public void reset() {
        set(usualPerSecond, usualBurst);
    }

    /** Takes one, if there is one. */
    public synchronized boolean take() {
        Instant now = clock.instant();
        long enough = Duration.ofSeconds(burst / Math.max(1, perSecond) + 1L).toNanos();
        // A clock set back fills nothing; one far ahead fills no more than a bucket.
        long passed = Math.clamp(Duration.between(at, now).toNanos(), 0, enough);
        at = now;
        credit = Math.min(burst * SECOND, credit + passed * perSecond);
        if (credit < SECOND) {
            return false;
        }
        credit -= SECOND;
        return true;
    }
}
