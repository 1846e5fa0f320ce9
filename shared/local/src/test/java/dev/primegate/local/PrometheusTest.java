package dev.primegate.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.Metric;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Prometheus is given, as it reads it. */
class PrometheusTest {
    private final Meters meters = new Meters();

    @Test
    void whatOnlyGrowsIsACounter() throws IOException {
        meters.count(Metric.FILLS, "paper");
        meters.add(Metric.FILLS, 2, "other \"broker\"");
        var _ = meters.drain();

        assertThat(text())
                .isEqualTo(
                        """
                        # HELP primegate_fills_total executions that were booked
                        # TYPE primegate_fills_total counter
                        primegate_fills_total{broker="other \\"broker\\""} 2.0
                        primegate_fills_total{broker="paper"} 1.0
                        """);
    }

    @Test
    void whatStandsIsAGaugeInBaseUnits() throws IOException {
        meters.level(Metric.BREAKS, 7, "paper", "quantity");
        meters.level(Metric.BREAKS, 3, "paper", "quantity");
        meters.time(Metric.FEED_AGE, Duration.ofMillis(1_500), "paper", "news");

        assertThat(text())
                .contains("# TYPE primegate_breaks gauge\n")
                .contains("primegate_breaks{broker=\"paper\",cause=\"quantity\"} 3.0\n")
                .contains("primegate_feed_age_seconds{broker=\"paper\",feed=\"news\"} 1.5\n");
    }

    @Test
    void aLatencyIsAHistogramOfSeconds() throws IOException {
        for (int millis : List.of(10, 11, 60, 40_000)) {
            meters.time(Metric.BROKER_CALL, Duration.ofMillis(millis), "paper");
        }

        assertThat(text())
                .contains("# TYPE primegate_broker_call_seconds histogram\n")
                .contains(bucket("0.005", 0))
                .contains(bucket("0.01", 1))
                .contains(bucket("0.025", 2))
                .contains(bucket("0.05", 2))
                .contains(bucket("0.1", 3))
                .contains(bucket("30.0", 3))
                .contains(bucket("+Inf", 4))
                .contains("primegate_broker_call_seconds_count{broker=\"paper\"} 4\n");
    }

    @Test
    void sharesAreRatios() throws IOException {
        meters.level(Metric.RATE_USED, 70, "paper");

        assertThat(text())
                .contains("primegate_rate_used_ratio_bucket{broker=\"paper\",le=\"0.6\"} 0\n")
                .contains("primegate_rate_used_ratio_bucket{broker=\"paper\",le=\"0.7\"} 1\n")
                .contains("primegate_rate_used_ratio_sum{broker=\"paper\"} 0.7\n");
    }

    @Test
    void everyMetricHasALawfulName() throws IOException {
        for (Metric metric : Metric.values()) {
            String[] labels = metric.labels().stream().map(Enum::name).toArray(String[]::new);
            meters.level(metric, 1, labels);
        }

        assertThat(text().lines().filter(line -> line.startsWith("# TYPE")))
                .hasSize(Metric.values().length)
                .allMatch(line ->
                        line.matches(
                                "# TYPE primegate_(breaks gauge|[a-z_]+"
                                        + "(_total counter|_seconds gauge"
                                        + "|_seconds histogram|_ratio histogram"
                                        + "|_per_(second|minute) histogram))"));
    }

    private static String bucket(String bound, int count) {
        return "primegate_broker_call_seconds_bucket{broker=\"paper\",le=\"%s\"} %d\n"
                .formatted(bound, count);
    }

    private String text() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExpositionFormats.init().findWriter(null).write(out, Prometheus.of(meters.total()));
        return out.toString(StandardCharsets.UTF_8);
    }
}
