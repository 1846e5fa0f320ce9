package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Compares what was measured in several regions, and says where to live: where the slowest broker's
 * p95 is the shortest. A region in which an address never answered is not one of them.
 */
@Command(
        name = "rtt-probe",
        description = {
            "Compare latency reports of three regions or more, and recommend one.",
            "infra/terraform/examples/rtt-probe measures there. Status 3: too few to recommend one."
        })
final class CompareRegions implements Verb {
    /** Where its reports are kept. */
    static final String KIND = "regions";

    private static final int ENOUGH = 3;

    private final Desk desk;

    @Mixin Evidence evidence = new Evidence();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description =
                    "Reports; the latest of each region that latency-audit kept, without any.")
    List<Path> files = new ArrayList<>();

    CompareRegions(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Exit run() {
        Map<String, JsonNode> regions = new LinkedHashMap<>();
        (files.isEmpty()
                        ? evidence.all(LatencyAudit.KIND)
                        : files.stream().map(Evidence::read).toList())
                .forEach(report -> regions.put(report.path("region").asText(), report));
        Optional<String> best = best(regions);
        ObjectNode report = Json.object().put("at", desk.now().toString());
        best.ifPresent(region -> report.put("recommended", region));
        regions.forEach((_, one) -> report.withArray("regions").add(one));
        desk.show(new Answer(200, report, false), _ -> table(regions).text());
        if (best.isEmpty()) {
            desk.say(
                    "no region is recommended: expected %d in which every address of the same ones"
                                    .formatted(ENOUGH)
                            + " answered, found %d".formatted(complete(regions).size()));
            return Exit.FINDING;
        }
        desk.say("recommended: " + best.get());
        desk.say("kept as " + evidence.keep(KIND, best.get(), report));
        return Exit.OK;
    }

    private static Optional<String> best(Map<String, JsonNode> regions) {
        Map<String, JsonNode> complete = complete(regions);
        return complete.size() < ENOUGH
                ? Optional.empty()
                : complete.entrySet().stream()
                        .min(
                                Comparator.comparingLong((Map.Entry<String, JsonNode> one) ->
                                                worst(one.getValue()))
                                        .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey);
    }

    /** Those in which every address answered that answered in any. */
    private static Map<String, JsonNode> complete(Map<String, JsonNode> regions) {
        Set<String> all = new TreeSet<>();
        regions.values().forEach(report -> all.addAll(answered(report)));
        Map<String, JsonNode> complete = new LinkedHashMap<>(regions);
        complete.values().removeIf(report -> all.isEmpty() || !answered(report).equals(all));
        return complete;
    }

    private static Set<String> answered(JsonNode report) {
        Set<String> urls = new TreeSet<>();
        for (JsonNode endpoint : report.path("endpoints")) {
            if (endpoint.has("p95Micros")) {
                urls.add(endpoint.path("url").asText());
            }
        }
        return urls;
    }

    private static long worst(JsonNode report) {
        long worst = 0;
        for (JsonNode endpoint : report.path("endpoints")) {
            worst = Math.max(worst, endpoint.path("p95Micros").asLong());
        }
        return worst;
    }

    private static Table table(Map<String, JsonNode> regions) {
        Table table = new Table("region", "broker", "url", "p50Micros", "p95Micros", "lost");
        regions.forEach((region, report) ->
                report.path("endpoints")
                        .forEach(one ->
                                table.row(
                                        region,
                                        one.path("broker").asText(),
                                        one.path("url").asText(),
                                        one.path("p50Micros").asText(""),
                                        one.path("p95Micros").asText(""),
                                        one.path("lost").asText())));
        return table;
    }
}
