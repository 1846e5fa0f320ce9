package dev.primegate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * How long it takes until somebody hears: accounts are halted over the API, which is a CRITICAL
 * alert each, and PagerDuty and Slack hear of it by the table, its stream and the router.
 */
final class Alerts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CHANNELS = List.of("pagerduty", "slack");

    /** Slack takes one message a second; alerts that come faster measure its queue. */
    private static final Duration APART = Duration.ofMillis(1_100);

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** One call in two is not taken, or its answer does not come. */
    private static final List<String> FAULTS =
            List.of("NONE", "BUSY", "NONE", "GONE", "NONE", "BROKEN", "NONE", "MUTE");

    private final Product product;
    private final Map<String, Instant> begun = new TreeMap<>();

    private Alerts(Product product) {
        this.product = product;
    }

    /** The table, of {@code count} alerts on a good day and as many on a bad one. */
    static String report(Path jar, int count) throws IOException, InterruptedException {
        try (Product product = Product.startWhole(jar)) {
            Alerts alerts = new Alerts(product);
            List<AlertRow> rows = new ArrayList<>();
            rows.addAll(alerts.run("", count, List.of()));
            rows.addAll(alerts.run(", one call in two failing", count, repeated(count)));
            return AlertRow.table(count, rows);
        }
    }

    private static List<String> repeated(int count) {
        List<String> faults = new ArrayList<>();
        while (faults.size() < count) {
            faults.addAll(FAULTS);
        }
        return faults;
    }

    private List<AlertRow> run(String day, int count, List<String> faults)
            throws IOException, InterruptedException {
        List<String> scopes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            scopes.add("account:demo/bench-%d-%d".formatted(begun.size(), i));
        }
        for (String channel : CHANNELS) {
            plan(channel, faults);
        }
        for (String scope : scopes) {
            begun.put(scope, Instant.now());
            put(scope);
            TimeUnit.NANOSECONDS.sleep(APART.toNanos());
        }
        await(scopes, Heard::isTold);
        for (String scope : scopes) {
            resume(scope, "jane", 202);
            resume(scope, "john", 200);
        }
        await(scopes, Heard::isOver);
        List<AlertRow> rows = new ArrayList<>();
        for (String channel : CHANNELS) {
            rows.add(AlertRow.of(channel + day, heard(channel, scopes)));
        }
        return rows;
    }

    private void await(List<String> scopes, Predicate<Heard> done)
            throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        for (String channel : CHANNELS) {
            while (!heard(channel, scopes).stream().allMatch(done)) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException(
                            channel + " was not told: " + heard(channel, scopes));
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    /** What {@code channel} has heard of each. */
    private List<Heard> heard(String channel, List<String> scopes)
            throws IOException, InterruptedException {
        JsonNode calls = JSON.readTree(product.answer(get(control(channel)), 200));
        List<Heard> heard = new ArrayList<>();
        for (String scope : scopes) {
            Instant from = begun.getOrDefault(scope, Instant.MAX);
            heard.add(Heard.of(scope, from, calls));
        }
        return heard;
    }

    private void plan(String channel, List<String> faults)
            throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("faults", faults));
        var _ = product.answer(Product.post(control(channel), body), 200);
    }

    private void put(String scope) throws IOException, InterruptedException {
        String body =
                """
                {"state":"REDUCING","reason":"measuring","cancelOpenOrders":false}\
                """;
        var _ =
                product.answer(
                        HttpRequest.newBuilder(halt(scope, ""))
                                .timeout(Duration.ofSeconds(20))
                                .header("Content-Type", "application/json")
                                .header("X-Demo-Person", "jane")
                                .PUT(HttpRequest.BodyPublishers.ofString(body)),
                        200);
    }

    private void resume(String scope, String person, int expected)
            throws IOException, InterruptedException {
        var _ =
                product.answer(
                        HttpRequest.newBuilder(halt(scope, "?reason=measured"))
                                .timeout(Duration.ofSeconds(20))
                                .header("X-Demo-Person", person)
                                .DELETE(),
                        expected);
    }

    private URI halt(String scope, String query) {
        return product.api().resolve("/v1/halts/" + scope + query);
    }

    private URI control(String channel) {
        return product.pager().resolve("/control/" + channel);
    }

    private static HttpRequest.Builder get(URI from) {
        return HttpRequest.newBuilder(from).timeout(Duration.ofSeconds(20));
    }
}
