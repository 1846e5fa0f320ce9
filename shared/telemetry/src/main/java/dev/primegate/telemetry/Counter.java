package dev.primegate.telemetry;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Adds up. */
final class Counter implements Meter {
    private final AtomicLong since = new AtomicLong();
    private final AtomicLong ever = new AtomicLong();

    @Override
    public void record(long value) {
        var _ = since.addAndGet(value);
        var _ = ever.addAndGet(value);
    }

    @Override
    public Optional<Reading> drain(Series series) {
        long count = since.getAndSet(0);
        return count == 0 ? Optional.empty() : Optional.of(new Reading.Count(series, count));
    }

    @Override
    public Reading total(Series series) {
        return new Reading.Count(series, ever.get());
    }
}
