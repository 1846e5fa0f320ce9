package dev.primegate.local;

import dev.primegate.telemetry.Metric;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Up to where the buckets of Prometheus's histograms reach; the last reaches farther than all. */
final class Buckets {
    /** Seconds, from what a machine nearby takes to what nobody waits for. */
    private static final List<BigDecimal> SECONDS =
            bounds(
                    "0.001", "0.0025", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1",
                    "2.5", "5", "10", "30");

    private static final List<BigDecimal> RATIOS =
            bounds("0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1");

    private static final List<BigDecimal> NUMBERS =
            bounds("0", "1", "2", "5", "10", "20", "50", "100", "200", "500", "1000");

    private Buckets() {}

    static List<BigDecimal> of(Metric.Kind kind) {
        return switch (kind) {
            case LATENCY, AGE -> SECONDS;
            case PERCENT -> RATIOS;
            case COUNT, LEVEL, GAUGE -> NUMBERS;
        };
    }

    /** The number of the first bucket that reaches {@code value}, a bound being still within. */
    static int place(BigDecimal value, List<BigDecimal> bounds) {
        int place = 0;
        while (place < bounds.size() && value.compareTo(bounds.get(place)) > 0) {
            place++;
        }
        return place;
    }

    private static List<BigDecimal> bounds(String... bounds) {
        return Stream.of(bounds).map(BigDecimal::new).toList();
    }
}
