package dev.primegate.probe;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The probe as a Lambda function: it is called in a region, and answers with its report. */
public final class RegionHandler {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Clock clock;
    private final Duration pause;

    /** As Lambda makes it. */
    public RegionHandler() {
        this(Clock.systemUTC(), PAUSE);
    }

    RegionHandler(Clock clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Measures from here.
     *
     * @param event {@code region}, how this place is called; {@code samples}; and {@code endpoints}
     *     from broker to URL, if other ones than production's are meant
     */
    public Map<String, Object> handle(Map<String, Object> event) throws InterruptedException {
        String region = Optional.ofNullable(event.get("region")).map(Object::toString).orElse("");
        if (region.isEmpty() || !(event.get("samples") instanceof Number samples)) {
            throw new IllegalArgumentException(
                    "expected region and samples, found " + event.keySet());
        }
        try (HttpClient client = client()) {
            Probe probe = new Probe(client, System::nanoTime, pause);
            List<RoundTrips> all = new ArrayList<>();
            for (Endpoint endpoint : endpoints(event.get("endpoints"))) {
                all.add(probe.measure(endpoint, samples.intValue()));
            }
            return report(clock, region, all);
        }
    }

    /** HTTP/1.1, as the product calls brokers. */
    public static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** What is stored: when, from where, and of each endpoint the times in whole microseconds. */
    public static Map<String, Object> report(Clock clock, String region, List<RoundTrips> all) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("at", clock.instant().toString());
        report.put("region", region);
        report.put("endpoints", all.stream().map(RegionHandler::row).toList());
        return report;
    }

    private static Map<String, Object> row(RoundTrips trips) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("broker", trips.endpoint().broker());
        row.put("url", trips.endpoint().url().toString());
        row.put("answers", trips.took().size());
        row.put("lost", trips.lost());
        trips.minimum().ifPresent(time -> row.put("minMicros", micros(time)));
        for (int percent : new int[] {50, 95, 99}) {
            trips.percentile(percent)
                    .ifPresent(time -> row.put("p%dMicros".formatted(percent), micros(time)));
        }
        return row;
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1_000;
    }

    private static List<Endpoint> endpoints(@Nullable Object said) {
        return said instanceof Map<?, ?> named
                ? named.entrySet().stream()
                        .map(one ->
                                new Endpoint(
                                        one.getKey().toString(),
                                        URI.create(one.getValue().toString())))
                        .toList()
                : Endpoint.known();
    }
}
