package dev.primegate.telemetry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** Keeps how often there was each value, to three digits. */
final class Distribution implements Meter {
    private static final int DIGITS = 3;

    /** An hour in microseconds; what takes longer counts as that. */
    static final long MOST = 3_600_000_000L;

    private final int scale;
    private final Histogram since = new Histogram(DIGITS);
    private final Histogram ever = new Histogram(DIGITS);

    /**
     * @param scale how many digits of what is recorded are behind the point
     */
    Distribution(int scale) {
        this.scale = scale;
    }

    @Override
    public synchronized void record(long value) {
        since.recordValue(Math.min(value, MOST));
        ever.recordValue(Math.min(value, MOST));
    }

    @Override
    public synchronized Optional<Reading> drain(Series series) {
        if (since.getTotalCount() == 0) {
            return Optional.empty();
        }
        Reading spread = new Reading.Spread(series, bars(since));
        since.reset();
        return Optional.of(spread);
    }

    @Override
    public synchronized Reading total(Series series) {
        return new Reading.Spread(series, bars(ever));
    }

    private List<Reading.Bar> bars(Histogram histogram) {
        List<Reading.Bar> bars = new ArrayList<>();
        for (HistogramIterationValue step : histogram.recordedValues()) {
            bars.add(
                    new Reading.Bar(
                            BigDecimal.valueOf(
                                    histogram.lowestEquivalentValue(step.getValueIteratedTo()),
                                    scale),
                            step.getCountAddedInThisIterationStep()));
        }
        return List.copyOf(bars);
    }
}
