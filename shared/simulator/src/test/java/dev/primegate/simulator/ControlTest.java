package dev.primegate.simulator;

import static dev.primegate.simulator.Client.PORTFOLIO;
import static dev.primegate.simulator.Client.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the control API is told to make go wrong goes wrong. */
class ControlTest {
    private final Simulator simulator = Simulator.start(SimulatorOptions.usual().onAnyPort());
    private final Client client = new Client(simulator.url());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void ordersAreFilledByHandInPartAndBeyondTheirSize() throws Exception {
        client.control("mode", "{\"mode\":\"manual\"}");
        String id = opened("by-hand");

        client.control("orders/by-hand/fill", "{\"quantity\":\"0.1\",\"price\":\"59000\"}");
        assertThat(client.shown(id).path("status").asText()).isEqualTo("OPEN");
        assertThat(client.shown(id).path("filled_quantity").asText()).isEqualTo("0.1");

        client.control("orders/" + id + "/fill", "{\"quantity\":\"0.4\",\"price\":\"59000\"}");
        assertThat(client.shown(id).path("status").asText()).isEqualTo("FILLED");

        client.control(
                "orders/by-hand/fill",
                "{\"quantity\":\"0.3\",\"price\":\"59000\",\"anyhow\":true}");
        assertThat(client.shown(id).path("filled_quantity").asText()).isEqualTo("0.8");
    }

    @Test
    void ordersEndByHand() throws Exception {
        for (String[] end :
                new String[][] {
                    {"cancel", "CANCELLED"}, {"expire", "EXPIRED"}, {"fail", "FAILED"}
                }) {
            String id = client.placed(limit(end[0], "50000"));
            client.control("orders/" + end[0] + "/" + end[0], "{}");
            assertThat(client.shown(id).path("status").asText()).isEqualTo(end[1]);
        }
    }

    @Test
    void whoeverListenedMustComeAnewAfterAReset() throws Exception {
        try (Ear ear = listening()) {
            client.control("reset", "{}");

            assertThat(ear.end()).isIn("", "1006 ");
        }
    }

    @Test
    void aRetiredKeyIsRefusedUntilItIsTakenAgain() throws Exception {
        client.control("keys", "{\"retired\":[\"sim-access-key\"]}");
        assertThat(client.get(PORTFOLIO + "/open_orders").status()).isEqualTo(401);

        client.control("keys", "{\"retired\":[]}");
        assertThat(client.get(PORTFOLIO + "/open_orders").status()).isEqualTo(200);
    }

    @Test
    void requestsBeyondTheRateAreThrottled() throws Exception {
        client.control("throttle", "{\"rate_per_second\":0,\"burst\":2}");

        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            statuses.add(client.get(PORTFOLIO + "/open_orders").status());
        }

        assertThat(statuses).containsExactly(200, 200, 429);
    }

    @Test
    void inAnOutageNobodyAnswersUntilItIsOver() throws Exception {
        client.control("outage", "{}");

        assertThatThrownBy(() -> client.get(PORTFOLIO + "/open_orders"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.order(limit("outage", "50000")))
                .isInstanceOf(IOException.class);

        client.control("outage", "{\"over\":true}");
        assertThat(client.get(PORTFOLIO + "/open_orders").status()).isEqualTo(200);
    }

    @Test
    void anOutageCutsWhoeverListens() throws Exception {
        try (Ear ear = listening()) {
            client.control("outage", "{}");

            assertThat(ear.end()).startsWith("1006");
        }
    }

    @Test
    void aClockThatIsOffRefusesGoodSignatures() throws Exception {
        client.control("clock", "{\"skew_seconds\":45}");
        assertThat(client.get(PORTFOLIO + "/open_orders").status()).isEqualTo(401);

        client.control("clock", "{\"skew_seconds\":0}");
        assertThat(client.get(PORTFOLIO + "/open_orders").status()).isEqualTo(200);
    }

    @Test
    void newsComesTwice() throws Exception {
        try (Ear ear = listening()) {
            client.control("news", "{\"duplicate\":true}");
            client.placed(limit("twice", "50000"));

            assertThat(ear.nextOrder()).isEqualTo(ear.nextOrder());
        }
    }

    @Test
    void newsComesOutOfOrder() throws Exception {
        try (Ear ear = listening()) {
            client.control("mode", "{\"mode\":\"manual\"}");
            String id = opened("mixed");
            var _ = ear.next(ControlTest::isOpen);
            client.control("news", "{\"reorder\":true}");
            fillTwice(id);

            long first = ear.next("orders").path("sequence_num").asLong();
            long second = ear.next("orders").path("sequence_num").asLong();
            assertThat(second).isEqualTo(first - 1);
        }
    }

    @Test
    void newsIsLostAndLeavesAGap() throws Exception {
        try (Ear ear = listening()) {
            client.control("mode", "{\"mode\":\"manual\"}");
            String id = opened("lost");
            long last = ear.next(ControlTest::isOpen).path("sequence_num").asLong();
            client.control("news", "{\"drop_next\":1}");
            fillTwice(id);

            JsonNode next = ear.next("orders");
            assertThat(next.path("sequence_num").asLong()).isEqualTo(last + 2);
            assertThat(next.at("/events/0/orders/0/cum_qty").asText()).isEqualTo("0.2");
        }
    }

    @Test
    void theSameSeedMakesTheSameThingsGoWrong() throws Exception {
        List<String> first = swarm(7);
        List<String> again = swarm(7);
        List<String> other = swarm(8);

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(first).contains("200", "400", "500");
    }

    private List<String> swarm(int seed) throws IOException, InterruptedException {
        client.control("reset", "{}");
        client.control("throttle", "{\"rate_per_second\":1000,\"burst\":1000}");
        client.control(
                "swarm",
                "{\"seed\":%d,\"shares\":{\"reject\":\"0.3\",\"errorAfterAccept\":\"0.3\"}}"
                        .formatted(seed));
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            statuses.add("" + client.order(limit("swarm-" + i, "50000")).status());
        }
        return statuses;
    }

    @Test
    void aWrongCommandIsRefusedWithWhatThereIs() throws Exception {
        Client.Said said =
                client.send("POST", "/control/faults", "{\"fault\":\"earthquake\"}", Map.of());

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.body().path("message").asText()).contains("cutAfterAccept");
    }

    private void fillTwice(String id) throws IOException, InterruptedException {
        client.control("orders/" + id + "/fill", "{\"quantity\":\"0.1\",\"price\":\"50000\"}");
        client.control("orders/" + id + "/fill", "{\"quantity\":\"0.1\",\"price\":\"50000\"}");
    }

    private String opened(String clientOrderId) throws IOException, InterruptedException {
        String id = client.placed(limit(clientOrderId, "50000"));
        while (!client.shown(id).path("status").asText().equals("OPEN")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return id;
    }

    private static boolean isOpen(JsonNode message) {
        return message.at("/events/0/orders/0/status").asText().equals("OPEN");
    }

    private Ear listening() throws InterruptedException {
        Ear ear = new Ear(simulator.feedUrl(), Clock.systemUTC());
        ear.listen("orders", "BTC-USD");
        JsonNode snapshot = ear.next("orders");
        assertThat(snapshot.at("/events/0/type").asText()).isEqualTo("snapshot");
        return ear;
    }
}
