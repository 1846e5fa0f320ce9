package dev.primegate.simulator;

import static dev.primegate.simulator.Client.PORTFOLIO;
import static dev.primegate.simulator.Client.limit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real Prime refuses, the simulated one refuses. */
class StrictnessTest {
    private Simulator simulator = Simulator.start(SimulatorOptions.usual().onAnyPort());
    private Client client = new Client(simulator.url());

    @BeforeEach
    void start() {
        client = new Client(simulator.url());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-CB-ACCESS-KEY",
                "X-CB-ACCESS-PASSPHRASE",
                "X-CB-ACCESS-TIMESTAMP",
                "X-CB-ACCESS-SIGNATURE",
            })
    void eachOfTheFourHeadersMustBeThereAndRight(String header) throws Exception {
        Map<String, String> good = headers(0);
        Map<String, String> without = new TreeMap<>(good);
        without.remove(header);
        Map<String, String> wrong = new TreeMap<>(good);
        wrong.put(header, "1" + good.get(header));

        assertThat(open(good)).isEqualTo(200);
        assertThat(open(without)).isEqualTo(401);
        assertThat(open(wrong)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, -32, 32, 3600})
    void aTimestampBeyondThirtySecondsIsRefused(long offset) throws Exception {
        assertThat(open(headers(offset))).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(longs = {-28, 28})
    void aTimestampWithinThirtySecondsIsTaken(long offset) throws Exception {
        assertThat(open(headers(offset))).isEqualTo(200);
    }

    @Test
    void theQueryIsNotSigned() throws Exception {
        assertThat(client.get(PORTFOLIO + "/orders?limit=5&sort_direction=ASC").status())
                .isEqualTo(200);
    }

    @Test
    void aBodyThatWasNotSignedIsRefused() throws Exception {
        Map<String, String> signed =
                Client.headers(Instant.now(), "POST", PORTFOLIO + "/order", limit("a", "50000"));

        assertThat(client.send("POST", PORTFOLIO + "/order", limit("a", "50001"), signed).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "not json",
                "{\"product_id\":\"BTC-USD\",\"side\":\"buy\",\"client_order_id\":\"x\","
                        + "\"type\":\"LIMIT\",\"base_quantity\":\"1\",\"limit_price\":\"1\"}",
                "{\"product_id\":\"NO-SUCH\",\"side\":\"BUY\",\"client_order_id\":\"x\","
                        + "\"type\":\"LIMIT\",\"base_quantity\":\"1\",\"limit_price\":\"1\"}",
                "{\"product_id\":\"BTC-USD\",\"side\":\"BUY\",\"client_order_id\":\"x\","
                        + "\"type\":\"STOP\",\"base_quantity\":\"1\",\"limit_price\":\"1\"}",
                "{\"product_id\":\"BTC-USD\",\"side\":\"BUY\",\"client_order_id\":\"x\","
                        + "\"type\":\"LIMIT\",\"base_quantity\":\"1\"}",
                "{\"product_id\":\"BTC-USD\",\"side\":\"BUY\",\"client_order_id\":\"x\","
                        + "\"type\":\"LIMIT\",\"base_quantity\":\"1\",\"quote_value\":\"1\","
                        + "\"limit_price\":\"1\"}",
                "{\"product_id\":\"BTC-USD\",\"side\":\"BUY\",\"client_order_id\":\"x\","
                        + "\"type\":\"LIMIT\",\"base_quantity\":\"-1\",\"limit_price\":\"1\"}",
            })
    void anOrderThatMakesNoSenseIsRefused(String body) throws Exception {
        Client.Said said = client.order(body);

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.body().path("message").asText()).isNotBlank();
        assertThat(orders()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999999999999999999999", "1000000000.01"})
    void aPriceThatNobodyMeansIsRefusedInAnOrderAndInItsPreview(String price) throws Exception {
        assertThat(client.order(limit("huge", price)).status()).isEqualTo(400);
        String preview = limit("huge", price).replace("\"client_order_id\":\"huge\",", "");
        assertThat(client.post(PORTFOLIO + "/order_preview", preview).status()).isEqualTo(400);
    }

    @Test
    void bothSpellingsOfNamesAreTaken() throws Exception {
        String camel =
                limit("camel", "50000")
                        .replace("product_id", "productId")
                        .replace("client_order_id", "clientOrderId")
                        .replace("base_quantity", "baseQuantity")
                        .replace("limit_price", "limitPrice")
                        .replace("time_in_force", "timeInForce");

        assertThat(client.order(camel).status()).isEqualTo(200);
        assertThat(client.order(limit("snake", "50000")).status()).isEqualTo(200);
        assertThat(orders()).isEqualTo(2);
    }

    @Test
    void aClientOrderIdMakesOneOrder() throws Exception {
        Client.Said first = client.order(limit("same", "50000"));
        assertThat(first.status()).as("%s", first.body()).isEqualTo(200);

        Client.Said again = client.order(limit("same", "50000"));

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body().path("message").asText().toLowerCase(java.util.Locale.ROOT))
                .contains("duplicate client order id");
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void theHistoryLeavesOutWhatIsOpen() throws Exception {
        client.order(limit("open", "50000"));

        assertThat(client.get(PORTFOLIO + "/orders").body().path("orders")).isEmpty();
        assertThat(client.get(PORTFOLIO + "/open_orders").body().path("orders")).hasSize(1);
    }

    private int open(Map<String, String> headers) throws IOException, InterruptedException {
        return client.send("GET", PORTFOLIO + "/open_orders", "", headers).status();
    }

    private static Map<String, String> headers(long offset) {
        return Client.headers(
                Instant.now().plusSeconds(offset), "GET", PORTFOLIO + "/open_orders", "");
    }

    private int orders() throws IOException, InterruptedException {
        return client.send("GET", "/control/orders", "", Map.of()).body().path("orders").size();
    }
}
