package dev.primegate.telemetry;

import java.util.Optional;

/** Keeps one series. */
interface Meter {
    /** For what has no place. */
    Meter NOWHERE =
            new Meter() {
                @Override
                public void record(long value) {}

                @Override
                public Optional<Reading> drain(Series series) {
                    return Optional.empty();
                }

                @Override
                public Reading total(Series series) {
                    return new Reading.Count(series, 0);
                }
            };

    /** Takes one value: a number, or microseconds of a latency. */
    void record(long value);

    /** What came since the last time, if anything did. */
    Optional<Reading> drain(Series series);

    /** What came since the start. */
    Reading total(Series series);

    /** The one that fits the metric. */
    static Meter of(Series series) {
        return switch (series.metric().kind()) {
            case COUNT -> new Counter();
            case LATENCY -> new Distribution(3);
            case LEVEL, PERCENT -> new Distribution(0);
            case GAUGE -> new Latest(0);
            case AGE -> new Latest(3);
        };
    }
}
