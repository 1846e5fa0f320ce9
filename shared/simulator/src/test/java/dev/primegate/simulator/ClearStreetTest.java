package dev.primegate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.simulator.clearstreet.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The simulated Clear Street is strict where the real one is. It is ten o'clock, and it is open.
 */
class ClearStreetTest {
    private static final String STUDIO = "/studio/v2/accounts/100000/";
    private static final Session SESSION =
            new Session(
                    ZoneOffset.UTC,
                    LocalTime.of(9, 0),
                    LocalTime.of(16, 0),
                    LocalTime.of(20, 0),
                    false);

    private final ManualTime time = new ManualTime();
    private final Simulator simulator =
            Simulator.clearStreet(
                    SimulatorOptions.usual().onAnyPort().timedBy(time, time), SESSION);
    private final Client client = new Client(simulator.url());
    private String token = "";

    @BeforeEach
    void signOn() throws IOException, InterruptedException {
        token =
                client.send("POST", "/oauth/token", credentials("sim-client-secret"), Map.of())
                        .text("access_token");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aWrongSecretGetsNoTokenAndAWrongTokenNothing() throws Exception {
        Client.Said refused = client.send("POST", "/oauth/token", credentials("guessed"), Map.of());
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("error")).isEqualTo("access_denied");
        assertThat(client.send("GET", STUDIO + "orders", "", Map.of()).status()).isEqualTo(401);
        token = "guessed";
        assertThat(get("orders").status()).isEqualTo(401);
    }

    @Test
    void aTokenHoldsForADay() throws Exception {
        time.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(get("holdings").status()).isEqualTo(200);
        time.pass(Duration.ofSeconds(1));
        assertThat(get("holdings").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "symbol | \"NOSUCH\"",
                "symbol_format | \"osi\"",
                "side | \"BUY\"",
                "order_type | \"LIMIT\"",
                "time_in_force | \"gtc\"",
                "quantity | 10",
                "quantity | \"1.5\"",
                "quantity | \"-1\"",
                "quantity | \"12345678901234567\"",
                "price | \"150.12345\"",
                "stop_price | \"150\"",
                "strategy | {\"type\":\"pov\"}",
                "strategy | {\"type\":\"twap\",\"max_percent\":51}",
                "strategy | {\"type\":\"twap\",\"startAt\":1}",
                "orderType | \"limit\"",
                "colour | \"blue\""
            })
    void whatIsAgainstItsRulesIsRefused(String field, String value) throws Exception {
        Client.Said said = post("orders", order("r", "150", field, value));

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.body().path("status").asInt()).isEqualTo(400);
        assertThat(said.text("detail")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"order_type", "side", "quantity", "time_in_force", "symbol", "price"})
    void whatIsMissingIsSaid(String field) throws Exception {
        assertThat(post("orders", order("r", "150", field, "null")).text("detail")).contains(field);
    }

    @Test
    void aReferenceMayBeUsedTwiceAndThenThereAreTwoOrders() throws Exception {
        assertThat(post("orders", order("same", "150")).status()).isEqualTo(201);
        assertThat(post("orders", order("same", "150")).status()).isEqualTo(201);

        assertThat(get("orders").body().path("data")).hasSize(2);
    }

    @Test
    void elevenCallsInOneSecondAreOneTooMany() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(get("orders").status()).isEqualTo(200);
        }
        assertThat(get("orders").status()).isEqualTo(429);
        time.pass(Duration.ofSeconds(1));
        assertThat(get("orders").status()).isEqualTo(200);
    }

    @Test
    void oneBulkASecondWithAResultForEachOrder() throws Exception {
        String bulk =
                "{\"orders\":[%s,%s]}"
                        .formatted(order("a", "150"), order("b", "150", "symbol", "\"NOSUCH\""));
        Client.Said said = post("bulk-orders", bulk);

        assertThat(said.status()).isEqualTo(201);
        assertThat(said.body().path("submitted").asInt()).isEqualTo(1);
        assertThat(said.body().at("/data/0/order_id").asText()).isNotEmpty();
        assertThat(said.body().at("/data/1/reason").asText()).contains("NOSUCH");
        assertThat(post("bulk-orders", bulk).status()).isEqualTo(429);
    }

    @Test
    void aDayOrderExpiresAtTheCloseAndTheNextDayShowsNothing() throws Exception {
        String id = post("orders", order("d", "150")).text("order_id");
        time.pass(Duration.ofHours(6).minusSeconds(1));
        assertThat(shown(id).path("status").asText()).isEqualTo("new");
        time.pass(Duration.ofSeconds(2));
        assertThat(shown(id).path("status").asText()).isEqualTo("expired");
        assertThat(shown(id).path("state").asText()).isEqualTo("closed");
        assertThat(get("orders").body().path("data")).hasSize(1);

        time.pass(Duration.ofHours(8));
        assertThat(get("orders").body().path("data")).isEmpty();
    }

    @Test
    void anOrderForAClosedMarketIsReceivedAndThenRejected() throws Exception {
        time.pass(Duration.ofHours(7));
        String id = post("orders", order("late", "150")).text("order_id");
        time.pass(Duration.ofSeconds(1));

        assertThat(shown(id).path("status").asText()).isEqualTo("rejected");
        assertThat(shown(id).path("text").asText()).isEqualTo("the market is closed");
    }

    @Test
    void aStopSleepsUntilItsPriceAndEachChangeIsAVersion() throws Exception {
        String stop = order("s", "", "stop_price", "\"250\"").replace("\"limit\"", "\"stop\"");
        String id = post("orders", stop).text("order_id");
        time.pass(Duration.ofSeconds(5));
        assertThat(shown(id).path("status").asText()).isEqualTo("new");
        assertThat(shown(id).path("version").asInt()).isEqualTo(2);

        var _ = client.control("market", "{\"instrument\":\"AAPL\",\"price\":\"251\"}");
        time.pass(Duration.ofSeconds(5));

        JsonNode filled = shown(id);
        assertThat(filled.path("status").asText()).isEqualTo("filled");
        assertThat(filled.path("version").asInt()).isEqualTo(4);
        assertThat(filled.path("average_price").isNumber()).isTrue();
        assertThat(filled.path("running_position").asText()).isEqualTo("10");
    }

    private Client.Said get(String what) throws IOException, InterruptedException {
        return client.send("GET", STUDIO + what, "", bearer());
    }

    private Client.Said post(String what, String body) throws IOException, InterruptedException {
        return client.send("POST", STUDIO + what, body, bearer());
    }

    private JsonNode shown(String id) throws IOException, InterruptedException {
        return get("orders/" + id).body().path("order");
    }

    private Map<String, String> bearer() {
        return Map.of("Authorization", "Bearer " + token);
    }

    /** A limit order with one field as it is given; null takes it out. */
    private static String order(String reference, String price, String field, String value) {
        var json = new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode();
        json.put("reference_id", reference)
                .put("symbol", "AAPL")
                .put("side", "buy")
                .put("order_type", "limit")
                .put("quantity", "10")
                .put("time_in_force", "day");
        if (!price.isEmpty()) {
            json.put("price", price);
        }
        json.putRawValue(field, new com.fasterxml.jackson.databind.util.RawValue(value));
        return json.toString();
    }

    private static String order(String reference, String price) {
        return order(reference, price, "symbol", "\"AAPL\"");
    }

    private static String credentials(String secret) {
        return """
        {"grant_type":"client_credentials","client_id":"sim-client-id","client_secret":"%s",
         "audience":"https://api.clearstreet.io"}
        """
                .formatted(secret);
    }
}
