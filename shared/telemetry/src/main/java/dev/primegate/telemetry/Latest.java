package dev.primegate.telemetry;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps what was told last. */
final class Latest implements Meter {
    private final int scale;
    private final AtomicLong value = new AtomicLong();
    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * @param scale how many digits of what is recorded are behind the point
     */
    Latest(int scale) {
        this.scale = scale;
    }

    @Override
    public void record(long latest) {
        value.set(latest);
        told.set(true);
    }

    /** Nothing, if it was not told anew: what stood long ago is no news. */
    @Override
    public Optional<Reading> drain(Series series) {
        return told.getAndSet(false) ? Optional.of(total(series)) : Optional.empty();
    }

    @Override
    public Reading total(Series series) {
        return new Reading.Level(series, BigDecimal.valueOf(value.get(), scale));
    }
}
