package dev.primegate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmfTest {
    private static final Instant NOW = Instant.parse("2026-11-02T15:00:00Z");
    private static final Emf.Source SOURCE = new Emf.Source("primegate/test", "order-submit");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Meters meters = new Meters();

    @Test
    void latenciesGoOutAsValuesAndHowOftenEachCame() throws JsonProcessingException {
        meters.time(Metric.ORDER_OWN, Duration.ofNanos(1_500_999), "paper");
        meters.time(Metric.ORDER_OWN, Duration.ofMillis(2), "paper");
        meters.time(Metric.ORDER_OWN, Duration.ofMillis(2), "paper");

        assertThat(lines())
                .containsExactly(
                        JSON.readTree(
                                """
                                {"_aws": {
                                   "Timestamp": 1793631600000,
                                   "CloudWatchMetrics": [{
                                     "Namespace": "primegate/test",
                                     "Dimensions": [["broker"]],
                                     "Metrics": [{"Name": "order_own_ms", "Unit": "Milliseconds"}]
                                   }]},
                                 "broker": "paper",
                                 "function": "order-submit",
                                 "order_own_ms": {
                                   "Values": [1.500, 2.000],
                                   "Counts": [1, 2],
                                   "Min": 1.500, "Max": 2.000, "Sum": 5.500, "Count": 3}}
                                """));
    }

    @Test
    void whatStandsGoesOutAsOneNumber() {
        meters.level(Metric.BREAKS, 3, "paper", "quantity");

        assertThat(lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path("breaks").decimalValue()).isEqualTo("3");
                    assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions/0"))
                            .extracting(JsonNode::asText)
                            .containsExactly("broker", "cause");
                });
    }

    @Test
    void whatHasTheSameLabelsSharesALine() {
        meters.count(Metric.ORDERS, "paper");
        meters.count(Metric.ORDERS, "paper");
        meters.count(Metric.ORDERS_UNKNOWN, "paper");
        meters.count(Metric.ORDERS, "other");

        assertThat(lines()).hasSize(2);
        assertThat(lines()).isEmpty();
    }

    @Test
    void noLineHasMoreThanAHundredValuesAndNoneIsLost() {
        for (int i = 0; i < 250; i++) {
            meters.level(Metric.BROKER_CALLS_PER_SECOND, i, "paper");
        }

        List<JsonNode> lines = lines();

        assertThat(lines)
                .extracting(line -> line.at("/broker_calls_per_second/Values").size())
                .containsExactly(100, 100, 50);
        assertThat(lines.stream().mapToLong(l -> l.at("/broker_calls_per_second/Count").asLong()))
                .containsExactly(100L, 100L, 50L);
    }

    @Test
    void nothingStandsBeforeOrAfterTheObjectOnItsLine() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        meters.count(Metric.FILLS, "paper\n\u001b[31m");

        written(Optional.of(SOURCE), out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("{\"_aws\":{")
                .endsWith("}\n")
                .hasLineCount(1);
    }

    @Test
    void nothingIsWrittenWhereNobodyReadsIt() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        meters.count(Metric.FILLS, "paper");

        written(Optional.empty(), out);

        assertThat(out.size()).isZero();
        assertThat(meters.drain()).hasSize(1);
    }

    private void written(Optional<Emf.Source> source, ByteArrayOutputStream out) {
        PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8);
        new MetricLines(meters, Clock.fixed(NOW, ZoneOffset.UTC), source, stream).write();
    }

    private List<JsonNode> lines() {
        return Emf.lines(meters.drain(), SOURCE, NOW).stream().map(EmfTest::read).toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(line, e);
        }
    }
}
