package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gates that reports on the disk open. What is older than its time opens none. */
final class StoredGates {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration QUARTER = Duration.ofDays(90);

    private static final List<String> MAPPING = List.of("A5", "G1", "G6", "G7", "G10", "I4");
    private static final List<String> FAULTS = List.of("C9", "E1", "E2", "F4", "F5", "G11", "L10");
    private static final List<String> CONTROLS = List.of("H1", "H2", "H3", "I8", "J1", "J2", "J3");

    private final Evidence evidence;
    private final Proofs proofs;
    private final Instant now;

    StoredGates(Evidence evidence, Path root, Instant now) {
        this.evidence = evidence;
        this.proofs = new Proofs(root);
        this.now = now;
    }

    /** For an installation that sends orders to {@code brokers}. */
    List<Gate> of(Set<String> brokers) {
        return List.of(
                environments(brokers),
                roundTrips(brokers),
                proven(Gate.Phase.MAP, "fields and statuses are mapped", MAPPING),
                proven(Gate.Phase.TEST, "faults are survived", FAULTS),
                soak(),
                proven(Gate.Phase.CONTROL, "limits and halts hold", CONTROLS),
                region());
    }

    private Gate environments(Set<String> brokers) {
        String what = "every broker's test environment was tried";
        return recent(Environments.KIND, MONTH)
                .map(report -> {
                    Map<String, String> open = new TreeMap<>();
                    brokers.forEach(broker -> open.put(broker, "not in the report"));
                    for (JsonNode one : report.path("environments")) {
                        Trial.Verdict verdict = Trial.Verdict.valueOf(one.path("verdict").asText());
                        String broker = one.path("broker").asText();
                        switch (verdict) {
                            case PASSED, NONE -> open.remove(broker);
                            case FAILED, SKIPPED, BY_REQUEST ->
                                    open.computeIfPresent(broker, (_, _) -> verdict.name());
                        }
                    }
                    return gate(Gate.Phase.GATHER, what, open.isEmpty(), report, "" + open);
                })
                .orElseGet(() -> none(Gate.Phase.GATHER, what, "environments"));
    }

    private Gate roundTrips(Set<String> brokers) {
        String what = "round trips to every broker were measured";
        return recent(LatencyAudit.KIND, MONTH)
                .map(report -> {
                    Set<String> open = new TreeSet<>(brokers);
                    for (JsonNode one : report.path("endpoints")) {
                        if (one.path("answers").asInt() > 0) {
                            open.remove(one.path("broker").asText());
                        }
                    }
                    return gate(
                            Gate.Phase.GATHER,
                            what,
                            open.isEmpty(),
                            report,
                            "no answer of " + open);
                })
                .orElseGet(() -> none(Gate.Phase.GATHER, what, "latency-audit"));
    }

    private Gate soak() {
        int green =
                SoakPlan.greenInARow(
                        SoakPlan.days(evidence.all(Soak.KIND)),
                        now.atOffset(ZoneOffset.UTC).toLocalDate());
        return new Gate(
                Gate.Phase.TEST,
                "two weeks at the declared peak",
                green >= SoakPlan.DAYS,
                "%d of %d green days in a row".formatted(green, SoakPlan.DAYS));
    }

    private Gate region() {
        String what = "a region was chosen by its round trips";
        return recent(CompareRegions.KIND, QUARTER)
                .map(report ->
                        new Gate(
                                Gate.Phase.TUNE,
                                what,
                                true,
                                "%s, %s"
                                        .formatted(
                                                report.path("recommended").asText(),
                                                report.path("at").asText())))
                .orElseGet(() -> none(Gate.Phase.TUNE, what, "rtt-probe"));
    }

    private Gate proven(Gate.Phase phase, String what, List<String> rows) {
        Set<String> missing = proofs.missing(rows, now.minus(Proofs.holds()));
        return new Gate(
                phase,
                what,
                missing.isEmpty(),
                missing.isEmpty()
                        ? "tests of the last 7 days prove " + String.join(" ", rows)
                        : "no test of the last 7 days proves %s: ./primegate test"
                                .formatted(String.join(" ", missing)));
    }

    private Optional<JsonNode> recent(String kind, Duration life) {
        return evidence.latest(kind)
                .filter(report -> !Evidence.at(report).isBefore(now.minus(life)));
    }

    private static Gate gate(
            Gate.Phase phase, String what, boolean holds, JsonNode report, String otherwise) {
        return new Gate(
                phase, what, holds, holds ? "report of " + report.path("at").asText() : otherwise);
    }

    private static Gate none(Gate.Phase phase, String what, String verb) {
        return new Gate(phase, what, false, "no report of late: ./primegate " + verb);
    }
}
