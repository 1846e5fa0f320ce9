package dev.primegate.simulator.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that can be made wrong. */
public final class SkewedClock extends Clock {
    private final Clock right;
    private final AtomicReference<Duration> skew = new AtomicReference<>(Duration.ZERO);

    public SkewedClock(Clock right) {
        this.right = right;
    }

    public void skew(Duration by) {
        skew.set(by);
    }

    @Override
    public Instant instant() {
        return right.instant().plus(skew.get());
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
