package dev.primegate.local;

import dev.primegate.telemetry.Label;
import dev.primegate.telemetry.Metric;
import dev.primegate.telemetry.Reading;
import dev.primegate.telemetry.Series;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Readings as Prometheus <a href="https://prometheus.io/docs/practices/naming/">names and types</a>
 * them: in base units, and in its own numbers, which are binary fractions.
 */
final class Prometheus {
    private Prometheus() {}

    /** A metric for each that has a reading. */
    static MetricSnapshots of(List<Reading> readings) {
        Map<Metric, List<Reading>> byMetric = new EnumMap<>(Metric.class);
        for (Reading reading : readings) {
            byMetric.computeIfAbsent(reading.series().metric(), _ -> new ArrayList<>())
                    .add(reading);
        }
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        byMetric.forEach((metric, of) -> all.metricSnapshot(snapshot(metric, of)));
        return all.build();
    }

    private static MetricSnapshot snapshot(Metric metric, List<Reading> readings) {
        return switch (metric.kind()) {
            case COUNT -> {
                CounterSnapshot.Builder counter =
                        CounterSnapshot.builder().name(name(metric)).help(metric.meaning());
                only(Reading.Count.class, readings)
                        .map(Prometheus::point)
                        .forEach(counter::dataPoint);
                yield counter.build();
            }
            case GAUGE, AGE -> {
                GaugeSnapshot.Builder gauge =
                        GaugeSnapshot.builder().name(name(metric)).help(metric.meaning());
                only(Reading.Level.class, readings)
                        .map(Prometheus::point)
                        .forEach(gauge::dataPoint);
                yield gauge.build();
            }
            case LATENCY, LEVEL, PERCENT -> {
                HistogramSnapshot.Builder histogram =
                        HistogramSnapshot.builder().name(name(metric)).help(metric.meaning());
                only(Reading.Spread.class, readings)
                        .map(Prometheus::point)
                        .forEach(histogram::dataPoint);
                yield histogram.build();
            }
        };
    }

    /** The library adds {@code _total} to what only grows. */
    private static String name(Metric metric) {
        String name = "primegate_" + metric.name().toLowerCase(Locale.ROOT);
        return switch (metric.kind()) {
            case LATENCY, AGE -> name + "_seconds";
            case PERCENT -> name + "_ratio";
            case COUNT, LEVEL, GAUGE -> name;
        };
    }

    private static <R extends Reading> Stream<R> only(Class<R> kind, List<Reading> readings) {
        return readings.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static CounterDataPointSnapshot point(Reading.Count count) {
        return CounterDataPointSnapshot.builder()
                .labels(labels(count.series()))
                .value((double) count.count())
                .build();
    }

    private static GaugeDataPointSnapshot point(Reading.Level level) {
        return GaugeDataPointSnapshot.builder()
                .labels(labels(level.series()))
                .value(inBaseUnit(level.series().metric(), level.value()).doubleValue())
                .build();
    }

    private static HistogramDataPointSnapshot point(Reading.Spread spread) {
        Metric metric = spread.series().metric();
        List<BigDecimal> bounds = Buckets.of(metric.kind());
        long[] counts = new long[bounds.size() + 1];
        BigDecimal sum = BigDecimal.ZERO;
        for (Reading.Bar bar : spread.bars()) {
            BigDecimal value = inBaseUnit(metric, bar.value());
            counts[Buckets.place(value, bounds)] += bar.count();
            sum = sum.add(value.multiply(BigDecimal.valueOf(bar.count())));
        }
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        for (int i = 0; i < bounds.size(); i++) {
            buckets.bucket(bounds.get(i).doubleValue(), counts[i]);
        }
        buckets.bucket(Double.POSITIVE_INFINITY, counts[bounds.size()]);
        return HistogramDataPointSnapshot.builder()
                .labels(labels(spread.series()))
                .classicHistogramBuckets(buckets.build())
                .sum(sum.doubleValue())
                .build();
    }

    /** Milliseconds are read as seconds, and percents as a ratio. */
    private static BigDecimal inBaseUnit(Metric metric, BigDecimal value) {
        return switch (metric.kind()) {
            case LATENCY, AGE -> value.movePointLeft(3);
            case PERCENT -> value.movePointLeft(2);
            case COUNT, LEVEL, GAUGE -> value;
        };
    }

    private static Labels labels(Series series) {
        return Labels.of(
                series.metric().labels().stream().map(Label::word).toList(), series.values());
    }
}
