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

    Client(URI url) {
        this.url = url;
    }

    Said get(String path) throws IOException, InterruptedException {
        String signed = path.replaceFirst("[?].*", "");
        return send("GET", path, "", headers(Instant.now(), "GET", signed, ""));
    }

    Said order(String body) throws IOException, InterruptedException {
        return send(
                "POST",
                PORTFOLIO + "/order",
                body,
                headers(Instant.now(), "POST", PORTFOLIO + "/order", body));
    }

    Said control(String what, String body) throws IOException, InterruptedException {
        return send("POST", "/control/" + what, body, Map.of());
    }

    Said send(String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Said(answer.statusCode(), JSON.readTree(answer.body()));
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

    private static String sign(String text) {
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
    record Said(int status, JsonNode body) {}
}
