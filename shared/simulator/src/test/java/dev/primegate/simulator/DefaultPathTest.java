package dev.primegate.simulator;

import static dev.primegate.simulator.Client.PORTFOLIO;
import static dev.primegate.simulator.Client.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a newcomer does first, in real time and over real sockets. */
class DefaultPathTest {
    private final Simulator simulator = Simulator.start(SimulatorOptions.usual().onAnyPort());
    private final Client client = new Client(simulator.url());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aLimitBuyAtSixtyThousandFillsInTwoPiecesWithinASecondOrTwo() throws Exception {
        Instant start = Instant.now();
        String id = client.placed(limit("first", "60000"));

        awaitStatus(id, "FILLED");

        assertThat(Duration.between(start, Instant.now()))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
        List<BigDecimal> pieces = new ArrayList<>();
        for (JsonNode fill :
                client.get(PORTFOLIO + "/orders/" + id + "/fills").body().path("fills")) {
            pieces.add(number(fill, "filled_quantity"));
            assertThat(number(fill, "price"))
                    .isBetween(new BigDecimal("59000"), new BigDecimal("60000"));
            assertThat(fill.has("client_order_id")).isFalse();
        }
        assertThat(pieces)
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactlyInAnyOrder(new BigDecimal("0.2"), new BigDecimal("0.3"));
        assertThat(client.get(PORTFOLIO + "/open_orders").body().path("orders")).isEmpty();
        assertThat(client.get(PORTFOLIO + "/orders").body().at("/orders/0/id").asText())
                .isEqualTo(id);
    }

    @Test
    void theFeedTellsTheOrderAsItGoes() throws Exception {
        try (Ear ear = new Ear(simulator.feedUrl(), Clock.systemUTC())) {
            ear.listen("heartbeats", "BTC-USD");
            ear.listen("orders", "BTC-USD", "ETH-USD");
            assertThat(ear.next("orders").at("/events/0/type").asText()).isEqualTo("snapshot");

            String id = client.placed(limit("told", "60000"));

            List<String> told = new ArrayList<>();
            List<Long> numbers = new ArrayList<>();
            boolean beat = false;
            while (told.isEmpty() || !told.getLast().startsWith("FILLED")) {
                JsonNode message = ear.next();
                numbers.add(message.path("sequence_num").asLong());
                beat |= message.path("channel").asText().equals("heartbeats");
                if (message.path("channel").asText().equals("orders")) {
                    JsonNode order = message.at("/events/0/orders/0");
                    assertThat(order.path("order_id").asText()).isEqualTo(id);
                    assertThat(order.path("client_order_id").asText()).isEqualTo("told");
                    assertThat(order.path("order_type").asText()).isEqualTo("limit");
                    assertThat(order.path("side").asText()).isEqualTo("buy");
                    told.add(
                            order.path("status").asText()
                                    + " "
                                    + number(order, "cum_qty").toPlainString()
                                    + " "
                                    + number(order, "leaves_qty").toPlainString());
                }
            }
            assertThat(told)
                    .containsExactly("PENDING 0 0.5", "OPEN 0 0.5", "OPEN 0.2 0.3", "FILLED 0.5 0");
            assertThat(beat).isTrue();
            for (int i = 1; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).isEqualTo(numbers.get(i - 1) + 1);
            }
        }
    }

    @Test
    void marketsStandWhereTheySay() throws Exception {
        assertThat(bestOffer("BTC-USD"))
                .isBetween(new BigDecimal("59500"), new BigDecimal("60000"));
        assertThat(bestOffer("ETH-USD")).isBetween(new BigDecimal("2975"), new BigDecimal("3000"));
        assertThat(bestOffer("SOL-USD")).isBetween(new BigDecimal("148"), new BigDecimal("150"));
    }

    @Test
    void aRestingOrderIsListedAndCancelled() throws Exception {
        String id = client.placed(limit("rests", "50000"));
        awaitStatus(id, "OPEN");
        assertThat(client.get(PORTFOLIO + "/open_orders").body().at("/orders/0/id").asText())
                .isEqualTo(id);
        assertThat(client.get(PORTFOLIO + "/orders").body().path("orders")).isEmpty();

        Client.Said said = client.post(PORTFOLIO + "/orders/" + id + "/cancel", "{}");

        assertThat(said.text("id")).isEqualTo(id);
        awaitStatus(id, "CANCELLED");
        assertThat(client.post(PORTFOLIO + "/orders/" + id + "/cancel", "{}").status())
                .isEqualTo(400);
    }

    @Test
    void aPortThatIsTakenIsAClearError() {
        assertThat(SimulatorOptions.usual().port()).isEqualTo(8091);
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> Simulator.start(SimulatorOptions.usual().onPort(simulator.port())))
                .withMessageContaining("" + simulator.port());
    }

    private BigDecimal bestOffer(String product) throws InterruptedException {
        try (Ear ear = new Ear(simulator.feedUrl(), Clock.systemUTC())) {
            ear.listen("l2_data", product);
            JsonNode event = ear.next("l2_data").path("events").get(0);
            assertThat(event.path("type").asText()).isEqualTo("snapshot");
            return event.path("updates")
                    .valueStream()
                    .filter(level -> level.path("side").asText().equals("offer"))
                    .map(level -> number(level, "px"))
                    .reduce(BigDecimal::min)
                    .orElseThrow();
        }
    }

    private void awaitStatus(String id, String status) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plusSeconds(5);
        while (!client.shown(id).path("status").asText().equals(status)) {
            assertThat(Instant.now()).as(client.shown(id).toString()).isBefore(deadline);
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private static BigDecimal number(JsonNode json, String name) {
        return new BigDecimal(json.path(name).asText());
    }
}
