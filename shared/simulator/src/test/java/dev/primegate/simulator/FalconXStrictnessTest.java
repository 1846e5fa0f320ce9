package dev.primegate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real FalconX refuses, the simulated one refuses; by a client of its own. */
class FalconXStrictnessTest {
    private static final byte[] KEY =
            Base64.getDecoder().decode("dGVzdC1zaWduaW5nLWtleS0zMi1ieXRlcy1sb25nISE=");
    private static final String QUOTE =
            """
            {"token_pair":{"base_token":"BTC","quote_token":"USD"},
             "quantity":{"token":"BTC","value":0.5},"side":"two_way","client_order_id":"q1"}
            """;
    private static final String ORDER =
            """
            {"token_pair":{"base_token":"BTC","quote_token":"USD"},
             "quantity":{"token":"BTC","value":0.5},"side":"buy","client_order_id":"o1",
             "order_type":"limit","time_in_force":"fok","limit_price":60000}
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator simulator = Simulator.falconX(SimulatorOptions.usual().onAnyPort());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FX-ACCESS-KEY",
                "FX-ACCESS-PASSPHRASE",
                "FX-ACCESS-TIMESTAMP",
                "FX-ACCESS-SIGN",
            })
    void eachOfTheFourHeadersMustBeThereAndRight(String header) throws Exception {
        Map<String, String> good = headers(now(), "GET", "/v1/pairs", "");
        Map<String, String> without = new TreeMap<>(good);
        without.remove(header);
        Map<String, String> wrong = new TreeMap<>(good);
        wrong.put(header, "1" + good.get(header));

        assertThat(send("GET", "/v1/pairs", "", good).status()).isEqualTo(200);
        assertThat(send("GET", "/v1/pairs", "", without).status()).isEqualTo(401);
        assertThat(send("GET", "/v1/pairs", "", wrong).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"-3600,401", "-32,401", "-28,200", "0,200", "28,200", "32,401", "3600,401"})
    void theTimestampCountsForThirtySeconds(long offset, int status) throws Exception {
        String timestamp = now().add(BigDecimal.valueOf(offset)).toPlainString();

        assertThat(
                        send("GET", "/v1/pairs", "", headers(timestamp, "GET", "/v1/pairs", ""))
                                .status())
                .isEqualTo(status);
    }

    @Test
    void theQueryIsSigned() throws Exception {
        String target = "/v1/balances?platform=api";

        assertThat(get(target).status()).isEqualTo(200);
        assertThat(send("GET", target, "", headers(now(), "GET", "/v1/balances", "")).status())
                .isEqualTo(401);
    }

    @Test
    void aBodyThatWasNotSignedIsRefused() throws Exception {
        Map<String, String> signed = headers(now(), "POST", "/v3/order", ORDER);

        assertThat(send("POST", "/v3/order", ORDER.replace("0.5", "0.6"), signed).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5|\"0.5\"",
                "0.5|-1",
                "0.5|0",
                "0.5|9999999",
                "\"token\":\"BTC\"|\"token\":\"ETH\"",
                "\"BTC\",\"quote|\"NOCOIN\",\"quote",
                "\"buy\"|\"two_way\"",
                "\"buy\"|\"BUY\"",
                "\"fok\"|\"gtc\"",
                "\"limit\"|\"stop\"",
                "\"limit\"|\"market\"",
                ",\"limit_price\":60000|''",
                "60000|\"60000\"",
                "\"client_order_id\":\"o1\"|\"clientOrderId\":\"o1\"",
                "\"client_order_id\":\"o1\"|\"unknown\":1",
            })
    void anOrderThatIsNotInOrderIsRefusedInItsOwnWords(String word, String other) throws Exception {
        Said said = post("/v3/order", ORDER.replace(word, "''".equals(other) ? "" : other));

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.body().path("error").path("code").asText()).isEqualTo("INVALID_REQUEST");
        assertThat(trades()).isZero();
    }

    @Test
    void version1HasStringsForQuantitiesAndVersion3Numbers() throws Exception {
        String strings = ORDER.replace("0.5", "\"0.5\"");

        assertThat(post("/v1/order", strings).status()).isEqualTo(200);
        assertThat(post("/v1/order", ORDER).status()).isEqualTo(400);
        assertThat(post("/v3/order", ORDER).status()).isEqualTo(200);
        assertThat(post("/v3/order", strings).status()).isEqualTo(400);
    }

    @Test
    void theSameOrderTwiceTradesTwiceAndTheSameQuoteOnce() throws Exception {
        assertThat(post("/v3/order", ORDER).body().path("is_filled").asBoolean()).isTrue();
        assertThat(post("/v3/order", ORDER).body().path("is_filled").asBoolean()).isTrue();
        assertThat(trades()).isEqualTo(2);

        String id = post("/v3/quotes", QUOTE).body().path("fx_quote_id").asText();
        String execute = "{\"fx_quote_id\":\"%s\",\"side\":\"sell\"}".formatted(id);
        JsonNode once = post("/v3/quotes/execute", execute).body();
        JsonNode twice = post("/v3/quotes/execute", execute).body();
        assertThat(once.path("is_filled").asBoolean()).isTrue();
        assertThat(twice).isEqualTo(once);
        assertThat(trades()).isEqualTo(3);
    }

    @Test
    void aQuoteEndsAndIsForItsSideAlone() throws Exception {
        String id =
                post("/v3/quotes", QUOTE.replace("two_way", "buy"))
                        .body()
                        .path("fx_quote_id")
                        .asText();
        String sell = "{\"fx_quote_id\":\"%s\",\"side\":\"sell\"}".formatted(id);
        assertThat(post("/v3/quotes/execute", sell).status()).isEqualTo(400);

        control("clock", "{\"skew_seconds\":11}");
        Said late = post("/v3/quotes/execute", sell.replace("sell", "buy"));
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.body().path("error").path("reason").asText()).contains("expired");
        assertThat(get("/v1/quotes/" + id).body().path("is_filled").asBoolean()).isFalse();
        assertThat(get("/v1/quotes/ffff").status()).isEqualTo(404);
    }

    @Test
    void aLimitThatIsNotMetKillsTheOrderUnlessItMaySlip() throws Exception {
        JsonNode killed = post("/v3/order", ORDER.replace("60000", "59000")).body();
        assertThat(killed.path("is_filled").asBoolean()).isFalse();
        assertThat(killed.path("error").path("code").asText()).isEqualTo("ORDER_NOT_FILLED");

        JsonNode slipped =
                post("/v3/order", ORDER.replace("60000", "59000,\"slippage_bps\":500")).body();
        assertThat(slipped.path("is_filled").asBoolean()).isTrue();
    }

    @Test
    void theBlotterHoldsWhatWasExecutedWithinATime() throws Exception {
        assertThat(post("/v3/order", ORDER).status()).isEqualTo(200);
        String hour =
                "?t_start=%s&t_end=%s"
                        .formatted(
                                Instant.now().minusSeconds(1800), Instant.now().plusSeconds(1800));

        assertThat(get("/v1/quotes" + hour).body()).hasSize(1);
        assertThat(get("/v1/quotes" + hour + "&platform=browser").body()).isEmpty();
        assertThat(get("/v1/quotes").status()).isEqualTo(400);
        assertThat(get("/v1/quotes" + hour + "&page=2").status()).isEqualTo(400);
    }

    @Test
    void moreThanItLetsIsRefused() throws Exception {
        control("throttle", "{\"rate_per_second\":1,\"burst\":1}");

        assertThat(get("/v1/pairs").status()).isEqualTo(200);
        assertThat(get("/v1/pairs").status()).isEqualTo(429);
    }

    private int trades() throws Exception {
        int trades = 0;
        for (JsonNode order : send("GET", "/control/orders", "", Map.of()).body().path("orders")) {
            trades += order.path("status").asText().equals("FILLED") ? 1 : 0;
        }
        return trades;
    }

    private void control(String what, String body) throws Exception {
        assertThat(send("POST", "/control/" + what, body, Map.of()).status()).isEqualTo(200);
    }

    private Said get(String target) throws Exception {
        return send("GET", target, "", headers(now(), "GET", target, ""));
    }

    private Said post(String target, String body) throws Exception {
        return send("POST", target, body, headers(now(), "POST", target, body));
    }

    private Said send(String method, String target, String body, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(simulator.url() + target))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json");
        headers.forEach(request::header);
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Said(answer.statusCode(), json.readTree(answer.body()));
    }

    private static BigDecimal now() {
        return BigDecimal.valueOf(Instant.now().toEpochMilli(), 3);
    }

    private static Map<String, String> headers(
            Object timestamp, String method, String target, String body)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        byte[] signature =
                mac.doFinal((timestamp + method + target + body).getBytes(StandardCharsets.UTF_8));
        return new TreeMap<>(
                Map.of(
                        "FX-ACCESS-KEY",
                        "sim-falconx-key",
                        "FX-ACCESS-PASSPHRASE",
                        "sim-falconx-passphrase",
                        "FX-ACCESS-TIMESTAMP",
                        timestamp.toString(),
                        "FX-ACCESS-SIGN",
                        Base64.getEncoder().encodeToString(signature)));
    }

    private record Said(int status, JsonNode body) {}
}
