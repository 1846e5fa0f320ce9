package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.proof.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured is kept, dated, and compared. */
class EvidenceVerbsTest {
    @TempDir private Path folder = Path.of("replaced");

    private final FakeApi api = new FakeApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    @Proves("A9")
    void anAuditPrintsEachEndpointAndKeepsADatedReport() throws IOException {
        Typed typed =
                typed(
                        "latency-audit",
                        "--samples",
                        "5",
                        "--every",
                        "0",
                        "--endpoint",
                        "one=" + api.url() + "/a",
                        "--endpoint",
                        "two=" + api.url() + "/b");

        assertThat(typed.status()).isZero();
        assertThat(typed.out())
                .contains("minMicros", "p50Micros", "p95Micros", "p99Micros")
                .contains("one", "two");
        JsonNode report = kept("latency").getFirst();
        assertThat(report.path("at").asText()).isEqualTo("" + Typed.NOW);
        assertThat(report.path("endpoints")).hasSize(2);
        for (JsonNode endpoint : report.path("endpoints")) {
            assertThat(endpoint.path("answers").asInt()).isEqualTo(5);
            assertThat(
                            Stream.of("minMicros", "p50Micros", "p95Micros", "p99Micros")
                                    .map(name -> endpoint.path(name).asLong()))
                    .isSorted()
                    .allMatch(micros -> micros > 0);
        }
    }

    @Test
    void anEndpointThatNeverAnswersIsAFinding() {
        FakeApi gone = new FakeApi();
        gone.close();

        Typed typed =
                typed(
                        "latency-audit",
                        "--samples",
                        "1",
                        "--every",
                        "0",
                        "--endpoint",
                        "one=" + gone.url());

        assertThat(typed.status()).isEqualTo(3);
    }

    @Test
    @Proves("A9")
    void aReportIsNeverWrittenOver() {
        Evidence evidence = new Evidence();
        evidence.folder = folder;
        JsonNode report = Json.object().put("at", "2026-11-22T10:00:00Z");
        var _ = evidence.keep("latency", "here", report);

        assertThatThrownBy(() -> evidence.keep("latency", "here", report))
                .hasMessageContaining("2026-11-22T10-00-00Z-here.json");
    }

    @Test
    @Proves("G9")
    void theRegionWhoseSlowestBrokerIsNearestIsRecommended() throws IOException {
        Typed typed =
                compared(
                        region("us-east-1", 1_000, 30_000),
                        region("eu-west-2", 20_000, 21_000),
                        region("ap-northeast-1", 90_000, 500));

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("p50Micros", "p95Micros", "us-east-1", "30000");
        assertThat(typed.err()).contains("recommended: eu-west-2");
        assertThat(kept("regions").getFirst().path("recommended").asText()).isEqualTo("eu-west-2");
    }

    @Test
    @Proves("G9")
    void twoRegionsAreTooFewToRecommendOne() throws IOException {
        Typed typed = compared(region("us-east-1", 1, 2), region("eu-west-2", 3, 4));

        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.err()).contains("expected 3", "found 2");
    }

    @Test
    void aRegionFromWhichABrokerDoesNotAnswerIsNotRecommended() throws IOException {
        ObjectNode half = region("us-east-1", 1, 2);
        ((ObjectNode) half.path("endpoints").path(1)).remove("p95Micros");

        Typed typed = compared(half, region("eu-west-2", 30, 40), region("ap-northeast-1", 50, 60));

        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.err()).contains("found 2");
    }

    @ParameterizedTest
    @CsvSource({"14, 0, 0", "13, 0, 3", "14, 5, 3"})
    @Proves("F3")
    void fourteenGreenDaysInARowAreNeeded(int days, int red, int expected) throws IOException {
        for (int day = 1; day <= days; day++) {
            run(day, day != red);
        }

        Typed typed = typed("soak", "plan");

        assertThat(typed.status()).isEqualTo(expected);
        assertThat(typed.err()).contains("of 14 green days in a row");
        assertThat(typed.out()).contains("green");
    }

    @Test
    @Proves("F3")
    void oneRedRunSpoilsItsDayAndADayWithoutARunEndsTheRow() throws IOException {
        run(1, true);
        run(2, true);
        run(4, true);
        keep("soak", "again", run("2026-11-21T12:00:00Z", false));

        assertThat(typed("soak", "plan").err()).contains("0 of 14");
        assertThat(typed("soak", "plan").out()).contains("red", "none");
    }

    private void run(int daysAgo, boolean passed) throws IOException {
        String day = Typed.NOW.minus(Duration.ofDays(daysAgo)).toString();
        keep("soak", "run" + daysAgo, run(day, passed));
    }

    private static ObjectNode run(String at, boolean passed) {
        return Json.object().put("at", at).put("passed", passed);
    }

    private Typed compared(ObjectNode... reports) throws IOException {
        for (ObjectNode report : reports) {
            keep("latency", report.path("region").asText(), report);
        }
        return typed("rtt-probe");
    }

    private static ObjectNode region(String name, long one, long two) {
        ObjectNode report = Json.object().put("at", "2026-11-20T10:00:00Z").put("region", name);
        report.withArray("endpoints").add(endpoint("one", one)).add(endpoint("two", two));
        return report;
    }

    private static ObjectNode endpoint(String broker, long micros) {
        return Json.object()
                .put("broker", broker)
                .put("url", "https://" + broker)
                .put("answers", 5)
                .put("lost", 0)
                .put("p50Micros", micros / 2)
                .put("p95Micros", micros);
    }

    private void keep(String kind, String name, JsonNode report) throws IOException {
        Path file = folder.resolve(kind).resolve(name + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Json.pretty(report));
    }

    private List<JsonNode> kept(String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(kind))) {
            return files.map(Evidence::read).toList();
        }
    }

    private Typed typed(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--evidence", folder.toString()));
        return Typed.at(api, all.toArray(String[]::new));
    }
}
