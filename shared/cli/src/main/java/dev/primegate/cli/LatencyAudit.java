package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.probe.Endpoint;
import dev.primegate.probe.Probe;
import dev.primegate.probe.RegionHandler;
import dev.primegate.probe.RoundTrips;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures round trips to every address of every broker from this machine, and keeps the report.
 */
@Command(
        name = "latency-audit",
        description = {
            "Measure round trips to each broker from here; no key is sent, a refusal is an answer.",
            "Status 3: an address never answered."
        })
final class LatencyAudit implements Verb {
    /** Where its reports are kept. */
    static final String KIND = "latency";

    private static final int MOST = 10_000;

    private final Desk desk;

    @Mixin Evidence evidence = new Evidence();

    @Option(
            names = "--endpoint",
            paramLabel = "BROKER=URL",
            description = "These, and not those of production.")
    Map<String, URI> endpoints = new LinkedHashMap<>();

    @Option(names = "--samples", defaultValue = "50", description = "Each; ${DEFAULT-VALUE}.")
    int samples;

    @Option(
            names = "--every",
            defaultValue = "200",
            paramLabel = "MILLIS",
            description = "${DEFAULT-VALUE}; each broker counts calls.")
    int millis;

    @Option(
            names = "--region",
            defaultValue = "here",
            description = "How this place is called; ${DEFAULT-VALUE}.")
    String region = "";

    LatencyAudit(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Exit run() throws InterruptedException {
        if (samples < 1 || samples > MOST || !region.matches("[a-z0-9-]{1,40}")) {
            throw new RefusedException(
                    "expected 1 to %d samples and a region such as eu-west-2, found %d %s"
                            .formatted(MOST, samples, region));
        }
        JsonNode report =
                Json.of(
                        RegionHandler.report(
                                Clock.fixed(desk.now(), ZoneOffset.UTC), region, measured()));
        desk.show(new Answer(200, report, false), LatencyAudit::words);
        desk.say("kept as " + evidence.keep(KIND, region, report));
        return answered(report) ? Exit.OK : Exit.FINDING;
    }

    private List<RoundTrips> measured() throws InterruptedException {
        List<Endpoint> all =
                endpoints.isEmpty()
                        ? Endpoint.known()
                        : endpoints.entrySet().stream()
                                .map(one -> new Endpoint(one.getKey(), one.getValue()))
                                .toList();
        List<RoundTrips> trips = new ArrayList<>();
        try (HttpClient client = RegionHandler.client();
                Progress progress = desk.progress("measuring")) {
            Probe probe = new Probe(client, System::nanoTime, Duration.ofMillis(millis));
            for (Endpoint endpoint : all) {
                progress.show(trips.size(), all.size());
                trips.add(probe.measure(endpoint, samples));
            }
        }
        return trips;
    }

    /** In whole microseconds. */
    private static String words(JsonNode report) {
        return Table.of(
                        report.path("endpoints"),
                        "broker",
                        "url",
                        "answers",
                        "lost",
                        "minMicros",
                        "p50Micros",
                        "p95Micros",
                        "p99Micros")
                .text();
    }

    private static boolean answered(JsonNode report) {
        for (JsonNode endpoint : report.path("endpoints")) {
            if (endpoint.path("answers").asInt() == 0) {
                return false;
            }
        }
        return true;
    }
}
