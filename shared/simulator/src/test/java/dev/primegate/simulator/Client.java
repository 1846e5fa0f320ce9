package dev.primegate.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A client of Prime that owes nothing to primegate's own adapter. */
final class Client {
    static final String PORTFOLIO = "/v1/portfolios/11111111-2222-3333-4444-555555555555";
    private static final String SIGNING_KEY = "c2ltLXNpZ25pbmcta2V5LTMyLWJ5dGVzLWxvbmchISE=";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final Clock clock;

    Client(URI url) {
        this(url, Clock.systemUTC());
    }

    /** Signs by {@code clock}. */
    Client(URI url, Clock clock) {
        this.url = url;
        this.clock = clock;
    }

    Said get(String path) throws IOException, InterruptedException {
        String signed = path.replaceFirst("[?].*", "");
        return send("GET", path, "", headers(clock.instant(), "GET", signed, ""));
    }

    Said order(String body) throws IOException, InterruptedException {
        return post(PORTFOLIO + "/order", body);
    }

    Said post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body, signed(path, body));
    }

    /** The id of an order that is taken. */
    String placed(String body) throws IOException, InterruptedException {
        Said said = order(body);
        if (said.status() != 200) {
            throw new AssertionError(said);
        }
        return said.text("order_id");
    }

    /** The order as REST shows it. */
    JsonNode shown(String id) throws IOException, InterruptedException {
        return get(PORTFOLIO + "/orders/" + id).body().path("order");
    }

    Said control(String what, String body) throws IOException, InterruptedException {
        Said said = send("POST", "/control/" + what, body, Map.of());
        if (said.status() != 200) {
            throw new AssertionError(said);
        }
        return said;
    }

    JsonNode controlled(String what) throws IOException, InterruptedException {
        return send("GET", "/control/" + what, "", Map.of()).body();
    }

    Said send(String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = raw(method, path, body, headers);
        return new Said(answer.statusCode(), JSON.readTree(answer.body()));
    }

    /** For answers that may be no JSON. */
    HttpResponse<String> raw(String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The headers of a POST. */
    Map<String, String> signed(String path, String body) {
        return headers(clock.instant(), "POST", path, body);
    }

    static Map<String, String> headers(Instant at, String method, String path, String body) {
        String timestamp = Long.toString(at.getEpochSecond());
        Map<String, String> headers = new TreeMap<>();
        headers.put("X-CB-ACCESS-KEY", "sim-access-key");
        headers.put("X-CB-ACCESS-PASSPHRASE", "sim-passphrase");
        headers.put("X-CB-ACCESS-TIMESTAMP", timestamp);
        headers.put("X-CB-ACCESS-SIGNATURE", sign(timestamp + method + path + body));
        return headers;
    }

    static String limit(String clientOrderId, String price) {
        return """
        {"product_id":"BTC-USD","side":"BUY","client_order_id":"%s","type":"LIMIT",\
        "base_quantity":"0.5","limit_price":"%s","time_in_force":"GOOD_UNTIL_CANCELLED"}\
        """
                .formatted(clientOrderId, price);
    }

    static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SIGNING_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer. */
    record Said(int status, JsonNode body) {
        String text(String name) {
            return body.path(name).asText();
        }
    }
}
