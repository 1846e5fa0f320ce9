package dev.primegate.telemetry;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where everybody writes down what was measured. Writing costs no I/O and never fails: who measures
 * is sending orders.
 */
@Singleton
public class Meters {
    /** Labels have few values; if one has not, this is where it ends. */
    static final int MOST = 1_000;

    private static final Series REFUSED = new Series(Metric.SERIES_REFUSED, List.of());

    private final Map<Series, Meter> meters = new ConcurrentHashMap<>();

    /** One more. */
    public void count(Metric metric, String... labels) {
        add(metric, 1, labels);
    }

    /** So many more. */
    public void add(Metric metric, long many, String... labels) {
        of(metric, labels).record(many);
    }

    /** One length of time; below zero, as two clocks may say, it counts as none. */
    public void time(Metric metric, Duration length, String... labels) {
        of(metric, labels).record(Math.max(0, length.toNanos() / 1_000));
    }

    /** One value of something that goes up and down; below zero it counts as zero. */
    public void level(Metric metric, long value, String... labels) {
        of(metric, labels).record(Math.max(0, value));
    }

    /** What has come since this was asked last, in the order of the catalogue. */
    public List<Reading> drain() {
        List<Reading> readings = new ArrayList<>();
        meters.forEach((series, meter) -> meter.drain(series).ifPresent(readings::add));
        readings.sort(
                Comparator.comparing((Reading reading) -> reading.series().metric())
                        .thenComparing(reading -> String.join(",", reading.series().values())));
        return List.copyOf(readings);
    }

    /** What has come since the start, as Prometheus wants it. */
    public List<Reading> total() {
        List<Reading> readings = new ArrayList<>();
        meters.forEach((series, meter) -> readings.add(meter.total(series)));
        return readings;
    }

    private Meter of(Metric metric, String... labels) {
        Series series = new Series(metric, List.of(labels));
        Optional<Meter> known = Optional.ofNullable(meters.get(series));
        if (known.isPresent()) {
            return known.get();
        }
        if (meters.size() < MOST) {
            return meters.computeIfAbsent(series, Meter::of);
        }
        meters.computeIfAbsent(REFUSED, Meter::of).record(1);
        return Meter.NOWHERE;
    }
}
