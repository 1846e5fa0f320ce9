package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.proof.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each gate is opened by its evidence, and by nothing else. */
class GoLiveTest {
    private static final String RECENTLY = "2026-11-20T10:00:00Z";
    private static final String HALTS = "GET /v1/halts";
    private static final String BREAKS = "GET /v1/breaks?closed=false&account=main";
    private static final String BROKERS = "GET /v1/ops/brokers";

    @TempDir private Path folder = Path.of("replaced");

    private final FakeApi api = new FakeApi();

    @BeforeEach
    void allIsWell() throws IOException {
        api.only("GET /v1/ops/environment", 200, "{\"world\":\"LIVE\",\"accounts\":[\"main\"]}")
                .on(BROKERS, 200, brokers(6))
                .on(HALTS, 200, halts("ann", "bob"))
                .on(BREAKS, 200, "{\"breaks\":[{\"state\":\"EXPLAINED\"}]}");
        keep(
                "environments",
                "e",
                "{\"environments\":[{\"broker\":\"one\",\"verdict\":\"PASSED\"}]}");
        keep("latency", "l", "{\"endpoints\":[{\"broker\":\"one\",\"answers\":5}]}");
        keep("regions", "r", "{\"recommended\":\"eu-west-2\"}");
        for (int day = 0; day < 14; day++) {
            String at = Typed.NOW.minus(Duration.ofDays(day)).toString();
            keep("soak", "s" + day, "{\"passed\":true,\"at\":\"%s\"}".formatted(at));
        }
        proven("A5 G1 G6 G7 G10 I4 C9 E1 E2 F4 F5 G11 L10 H1 H2 H3 I8 J1 J2 J3");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    @Proves("N2")
    void withAllItsEvidenceEveryPhaseIsOpen() {
        Typed typed = goLive();

        assertThat(typed.status()).as(typed.out()).isZero();
        List<String> phases = new ArrayList<>();
        Json.read(typed.out())
                .path("gates")
                .forEach(gate -> {
                    assertThat(gate.path("state").asText()).as("" + gate).isEqualTo("open");
                    phases.add(gate.path("phase").asText());
                });
        assertThat(phases.stream().distinct())
                .containsExactly("GATHER", "MAP", "TEST", "CONTROL", "TUNE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"environments", "latency", "regions", "soak", "proofs"})
    @Proves("N2")
    void withoutOneKindOfEvidenceItsGateIsShut(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(kind))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }

        assertThat(goLive().status()).isEqualTo(3);
    }

    @Test
    @Proves("F2")
    void whatWasSkippedIsNotPassed() throws IOException {
        keep("environments", "f", environment("SKIPPED", "2026-11-21T10:00:00Z"));

        assertThat(shut()).containsExactly("every broker's test environment was tried");
    }

    @Test
    @Proves("N2")
    void anOldReportIsNone() throws IOException {
        Files.delete(folder.resolve("environments/e.json"));
        keep("environments", "old", environment("PASSED", "2026-10-01T10:00:00Z"));

        assertThat(shut()).containsExactly("every broker's test environment was tried");
    }

    @Test
    @Proves("F3")
    void aRedDayOfTheSoakShutsItsGate() throws IOException {
        keep("soak", "red", "{\"passed\":false,\"at\":\"2026-11-15T10:00:00Z\"}");

        assertThat(shut()).containsExactly("two weeks at the declared peak");
    }

    @Test
    @Proves("N2")
    void aResumeByOnePersonIsNoRehearsal() {
        api.only(HALTS, 200, halts("ann", "ann"));

        assertThat(shut()).containsExactly("a halt and a resume by two persons were rehearsed");
    }

    @Test
    @Proves("N2")
    void aRehearsalOfLongAgoIsNone() {
        api.only(HALTS, 200, halts("ann", "bob").replace("2026-11-21", "2026-10-21"));

        assertThat(shut()).containsExactly("a halt and a resume by two persons were rehearsed");
    }

    @Test
    @Proves("N2")
    void whileSomethingIsHaltedItsGateIsShut() {
        api.only(
                HALTS,
                200,
                halts("ann", "bob").replace("\"halts\":[]", "\"halts\":[{\"scope\":\"all\"}]"));

        assertThat(shut()).containsExactly("nothing is halted");
    }

    @Test
    @Proves("N2")
    void aBrokerThatNeverAnsweredWasNotMeasured() throws IOException {
        keep("latency", "m", "{\"endpoints\":[{\"broker\":\"one\",\"answers\":0}]}");

        assertThat(shut()).containsExactly("round trips to every broker were measured");
    }

    @Test
    @Proves("N2")
    void anOpenBreakShutsItsGate() {
        api.only(BREAKS, 200, "{\"breaks\":[{\"state\":\"OPEN\"}]}");

        assertThat(shut()).containsExactly("every break is explained");
    }

    @Test
    @Proves("N2")
    void atSeventyPercentOfALimitItsGateIsShut() {
        api.only(BROKERS, 200, brokers(7));

        assertThat(shut()).containsExactly("calls stay below 70 % of each broker's limit");
    }

    @Test
    void anOldTestRunProvesNothing() throws IOException {
        Files.setLastModifiedTime(
                folder.resolve("proofs/module/target/proofs.tsv"),
                FileTime.from(Typed.NOW.minus(Duration.ofDays(8))));

        assertThat(shut()).hasSize(3);
    }

    @Test
    void anApiThatDoesNotTellOpensNothing() {
        api.only(HALTS, 403, "{\"code\":\"forbidden\"}");

        assertThat(goLive().status()).isEqualTo(2);
    }

    private List<String> shut() {
        List<String> shut = new ArrayList<>();
        for (JsonNode gate : Json.read(goLive().out()).path("gates")) {
            if (!gate.path("state").asText().equals("open")) {
                shut.add(gate.path("gate").asText());
            }
        }
        return shut;
    }

    private Typed goLive() {
        return Typed.at(
                api,
                "go-live",
                "--json",
                "--evidence",
                folder.toString(),
                "--root",
                folder.resolve("proofs").toString());
    }

    private void keep(String kind, String name, String report) throws IOException {
        ObjectNode read = (ObjectNode) Json.read(report);
        Path file = folder.resolve(kind).resolve(name + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Json.pretty(read.has("at") ? read : read.put("at", RECENTLY)));
    }

    private void proven(String rows) throws IOException {
        Path file = folder.resolve("proofs/module/target/proofs.tsv");
        Files.createDirectories(file.getParent());
        Files.write(file, Stream.of(rows.split(" ")).map(row -> row + "\tATest.proves").toList());
        Files.setLastModifiedTime(file, FileTime.from(Typed.NOW));
    }

    private static String environment(String verdict, String at) {
        return """
        {"at":"%s","environments":[{"broker":"one","verdict":"%s"}]}
        """
                .formatted(at, verdict);
    }

    private static String brokers(int used) {
        return """
        {"brokers":[{"broker":"one","rate":{"perSecond":1,"stepSeconds":10,"used":[0,%d]}}]}
        """
                .formatted(used);
    }

    private static String halts(String asked, String resumed) {
        return """
        {"halts":[],"steps":[
         {"at":"2026-11-21T10:05:00Z","scope":"all","step":"RESUMED","by":"%s"},
         {"at":"2026-11-21T10:04:00Z","scope":"all","step":"RESUME_ASKED","by":"%s"}]}
        """
                .formatted(resumed, asked);
    }
}
