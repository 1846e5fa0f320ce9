package dev.primegate.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.proof.Proves;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every secret of the whole system is a canary: those in the store and in the settings, those that
 * callers bring, and those that brokers repeat to us. Everything is logged that can be, every call
 * with its headers and body included, and everything that comes out is listened to: what it prints,
 * the log, metrics, the table, what it answers, and what PagerDuty and Slack are told.
 */
class CanaryIT {
    private static final String SIGNING_KEY = "c2ltLXNpZ25pbmcta2V5LTMyLWJ5dGVzLWxvbmchISE=";
    private static final String ROUTING_KEY = "0123456789abcdef0123456789abcdef";

    /** What the store holds; ours to each broker, and of each to us. */
    private static final List<String> HELD =
            List.of(
                    "sim-access-key",
                    "sim-passphrase",
                    SIGNING_KEY,
                    "sim-falconx-key",
                    "sim-falconx-passphrase",
                    "dGVzdC1zaWduaW5nLWtleS0zMi1ieXRlcy1sb25nISE=",
                    "sim-client-secret",
                    ROUTING_KEY);

    /** What callers and settings have, which is in no store. */
    private static final List<String> BROUGHT =
            List.of("canary-of-settings", "canaryOfCallers.eyJzdWIi.c2ln", "canary-in-a-body");

    /** All that there is to be logged. */
    private static final Map<String, String> LOUD =
            Map.ofEntries(
                    Map.entry("quarkus.rest-client.logging.scope", "request-response"),
                    Map.entry("quarkus.rest-client.logging.body-limit", "10000"),
                    Map.entry(
                            "quarkus.log.category.\"org.jboss.resteasy.reactive\".level", "DEBUG"),
                    Map.entry("quarkus.log.category.\"software.amazon.awssdk\".level", "DEBUG"),
                    Map.entry("quarkus.log.category.\"dev.primegate\".level", "DEBUG"),
                    Map.entry("primegate.telemetry.function", "canary"),
                    Map.entry("primegate.webhooks.senders[0].broker", "coinbase-prime"),
                    Map.entry(
                            "primegate.webhooks.senders[0].secret",
                            "primegate/coinbase-prime/trade"),
                    Map.entry("primegate.risk.orders-per-second", "0"),
                    Map.entry("quarkus.mailer.password", "canary-of-settings"));

    @TempDir private Path folder = Path.of("replaced");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = Ports.free(0, "--port");
    private final int simPort = Ports.free(0, "--sim-port");
    private final int clearStreetPort = Ports.free(0, "--clear-street-port");
    private final int pagerPort = Ports.free(0, "--pager-port");
    private final String slack = "http://127.0.0.1:%d/slack".formatted(pagerPort);
    private final List<String> answers = new ArrayList<>();

    private Optional<LocalProcess> process = Optional.empty();

    @BeforeEach
    void start() throws InterruptedException {
        List<String> options = new ArrayList<>(List.of("--no-story", "--port", "" + port));
        options.addAll(List.of("--sim-port", "" + simPort, "--falconx-port", "0"));
        options.addAll(List.of("--clear-street-port", "" + clearStreetPort));
        options.addAll(List.of("--pager-port", "" + pagerPort));
        options.addAll(List.of("--data", folder.resolve("data").toString()));
        LocalProcess started = LocalProcess.start(folder, LOUD, options.toArray(String[]::new));
        process = Optional.of(started);
        started.awaitReady(URI.create("http://localhost:" + port));
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (process.isPresent()) {
            process.get().kill();
        }
    }

    @Test
    @Proves("E4")
    void noSecretComesOutAnywhere() throws Exception {
        trade();
        trouble();
        webhooks();
        intrude();
        look();

        Map<String, String> out = out();

        // That it was loud enough: what would have sung is there, masked.
        assertThat(out.get("log"))
                .contains("X-CB-ACCESS-KEY=***", "Authorization=***", "\"routing_key\":***");
        assertThat(out.get("answers")).contains("refused: ***");
        assertThat(out.get("pagerduty")).contains("\"event_action\":\"trigger\"");
        assertThat(out.get("printed")).contains("broker_calls");
        out.forEach((where, text) ->
                Stream.of(HELD, BROUGHT, List.of(slack))
                        .flatMap(List::stream)
                        .forEach(secret -> assertThat(around(text, secret)).as(where).isEmpty()));
    }

    private void trade() throws Exception {
        for (String order :
                List.of(
                        order("canary-1", "demo", "BTC-USD", "0.5", "60000", "GTC"),
                        order("canary-2", "demo", "AAPL", "10", "200", "DAY"),
                        order("canary-3", "demo-falconx", "BTC-USD", "0.5", "60000", "FOK"))) {
            assertThat(post("/v1/orders", order).statusCode()).isEqualTo(201);
        }
    }

    /** Brokers repeat all that they may know of us, and PagerDuty and Slack hear of it. */
    private void trouble() throws Exception {
        String echo =
                HELD.stream()
                        .filter(secret -> !secret.equals(ROUTING_KEY))
                        .collect(Collectors.joining(" "));
        for (int broker : List.of(simPort, clearStreetPort)) {
            control(broker, "reject", "refused: " + echo, 3);
            for (int i = 0; i < 3; i++) {
                String id = "canary-%d-%d".formatted(broker, i);
                String quantity = Integer.toString(i + 1);
                String order =
                        broker == simPort
                                ? order(id, "demo", "ETH-USD", quantity, "2900", "GTC")
                                : order(id, "demo", "AAPL", quantity, "200", "DAY");
                HttpResponse<String> refused = post("/v1/orders", order);
                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
            }
        }
        control(simPort, "failLater", "refused: " + echo, 1);
        var _ = post("/v1/orders", order("canary-4", "demo", "BTC-USD", "0.4", "59000", "GTC"));
        control(simPort, "cutAfterAccept", echo, 1);
        var _ = post("/v1/orders", order("canary-5", "demo", "BTC-USD", "0.3", "59000", "GTC"));
        String halt =
                """
                {"state":"HALTED","reason":"trouble","cancelOpenOrders":false}\
                """;
        assertThat(send("PUT", "/v1/halts/symbol:SOL-USD", halt).statusCode()).isEqualTo(200);
        awaitAlerts();
    }

    /** One that is signed and cannot be read, and one whose signature is no good. */
    private void webhooks() throws Exception {
        String body =
                """
                {"type":"order.reported","timestamp":"2026-11-02T10:00:00Z","data":
                 {"brokerOrderId":"nobodys","ordStatus":"%s","text":"%s"}}
                """
                        .formatted(SIGNING_KEY, String.join(" ", HELD));
        String at = Long.toString(Instant.now().getEpochSecond());
        assertThat(webhook(body, at, signature("canary." + at + "." + body)).statusCode())
                .isEqualTo(200);
        assertThat(webhook(body, at, SIGNING_KEY).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> webhook(String body, String at, String signature)
            throws Exception {
        return send(
                request("/v1/webhooks/coinbase-prime")
                        .header("webhook-id", "canary")
                        .header("webhook-timestamp", at)
                        .header("webhook-signature", "v1," + signature)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Callers who put their own where it does not belong. */
    private void intrude() throws Exception {
        String order = order("canary-6", "demo", "BTC-USD", "0.2", "59000", "GTC");
        for (String body :
                List.of(
                        order.replace("{", "{\"api_key\":\"canary-in-a-body\","),
                        "{\"password\":\"canary-in-a-body\"",
                        "canary-in-a-body")) {
            HttpResponse<String> refused =
                    client.send(
                            request("/v1/orders?access_token=canary-in-a-body")
                                    .header("Authorization", "Bearer " + BROUGHT.get(1))
                                    .header("X-Api-Key", "canary-in-a-body")
                                    .header("traceparent", "canary-in-a-body")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            answers.add(refused.body());
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        }
    }

    private void look() throws Exception {
        for (JsonNode order : HttpCalls.json(get(api("/v1/orders?account=demo"))).path("orders")) {
            String id = order.path("orderId").asText();
            answers.add(get(api("/v1/orders/" + id)));
            answers.add(get(api("/v1/orders/%s/history".formatted(id))));
        }
        for (String path : List.of("/v1/alerts", "/v1/halts", "/v1/ops/brokers", "/metrics")) {
            answers.add(get(api(path)));
        }
    }

    /** All that came out, by where. */
    private Map<String, String> out() throws Exception {
        Map<String, String> out = new HashMap<>();
        out.put("answers", String.join("\n", answers));
        // The demo says the simulated key to whoever started it.
        out.put(
                "printed",
                process.orElseThrow()
                        .said()
                        .replaceAll("(?s)the simulated broker's key.*?portfolio", ""));
        out.put("log", Files.readString(Main.log(folder.resolve("data"))));
        // It is how we are known to PagerDuty, so it is in each event, and nowhere else in it.
        String key = "\"routing_key\":\"%s\"".formatted(ROUTING_KEY);
        assertThat(pages()).contains(key);
        out.put("pagerduty", pages().replace(key, ""));
        out.put("slack", get(slack));
        StringBuilder table = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve("data").resolve("table"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                table.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(table).contains("canary-1");
        out.put("table", table.toString());
        return out;
    }

    private void awaitAlerts() throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(120);
        while (!pages().contains("order-rejected") || !get(slack).contains("order-rejected")) {
            assertThat(Instant.now()).as("told: %s %s", pages(), get(slack)).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private String pages() {
        return get("http://127.0.0.1:%d/v2/enqueue".formatted(pagerPort)).replace("\\\"", "\"");
    }

    private void control(int broker, String fault, String reason, int times) throws Exception {
        HttpResponse<String> asked =
                client.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://localhost:%d/control/faults"
                                                        .formatted(broker)))
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"fault\":\"%s\",\"reason\":\"%s\",\"times\":%d}"
                                                        .formatted(fault, reason, times)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send("POST", path, body);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answers.add(answer.headers().map() + answer.body());
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api(path))).timeout(Duration.ofSeconds(60));
    }

    private String api(String path) {
        return "http://localhost:%d%s".formatted(port, path);
    }

    private String get(String url) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where the secret stands, with what stands around it. */
    private static List<String> around(String text, String secret) {
        return Pattern.compile("(?s).{0,120}" + Pattern.quote(secret) + ".{0,40}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .limit(3)
                .toList();
    }

    private static String signature(String signed) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(SIGNING_KEY), "HmacSHA256"));
        return Base64.getEncoder()
                .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static String order(
            String id, String account, String symbol, String quantity, String price, String tif) {
        return """
        {"clOrdId":"%s","account":"%s","symbol":"%s","side":"BUY","orderQty":"%s",\
        "ordType":"LIMIT","price":"%s","timeInForce":"%s","desk":"d","trader":"t"}\
        """
                .formatted(id, account, symbol, quantity, price, tif);
    }
}
