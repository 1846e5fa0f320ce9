package dev.primegate.simulator;

import static dev.primegate.simulator.Client.PORTFOLIO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prime quotes, and what it tells of an entity. */
class QuotesAndBooksTest {
    private final Simulator simulator = Simulator.start(SimulatorOptions.usual().onAnyPort());
    private final Client client = new Client(simulator.url());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aQuoteIsTakenOnceAtItsPrice() throws Exception {
        Client.Said quote = quote("60000");
        assertThat(quote.status()).as("%s", quote.body()).isEqualTo(200);

        Client.Said taken = accept("first", quote.text("quote_id"), "BUY");
        assertThat(taken.status()).as("%s", taken.body()).isEqualTo(200);
        JsonNode order = client.shown(taken.text("order_id"));
        assertThat(order.path("status").asText()).isEqualTo("FILLED");
        assertThat(order.path("type").asText()).isEqualTo("RFQ");
        assertThat(order.path("average_filled_price").asText()).isEqualTo(quote.text("best_price"));

        assertThat(accept("second", quote.text("quote_id"), "BUY").status()).isEqualTo(400);
        String other = quote("60000").text("quote_id");
        assertThat(accept("first", other, "BUY").text("message")).contains("duplicate");
        assertThat(accept("third", other, "SELL").status()).isEqualTo(400);
    }

    @Test
    void aQuoteEnds() throws Exception {
        String id = quote("60000").text("quote_id");
        client.control("clock", "{\"skew_seconds\":11}");

        assertThat(accept("late", id, "BUY").text("message")).contains("expired");
    }

    @Test
    void noQuoteIsWorseThanItsLimit() throws Exception {
        assertThat(quote("50000").text("message")).contains("no quote within limit_price");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"quote_duration_ms\":\"30001\"",
                "\"quote_duration_ms\":\"soon\"",
                "\"base_quantity\":\"1\"",
                "\"unknown\":\"1\"",
                "\"client_quote_id\":\"\""
            })
    void aRequestThatMakesNoSenseIsRefused(String more) throws Exception {
        String body =
                "{\"product_id\":\"BTC-USD\",\"side\":\"BUY\",\"limit_price\":\"60000\","
                        + "\"quote_value\":\"1000\","
                        + (more.contains("client_quote_id") ? "" : "\"client_quote_id\":\"q\",")
                        + more
                        + "}";

        assertThat(client.post(PORTFOLIO + "/rfq", body).status()).isEqualTo(400);
    }

    @Test
    void positionsAreOfTheEntityAndOfItsPortfolio() throws Exception {
        JsonNode positions =
                client.get("/v1/entities/sim-entity/positions").body().path("positions");

        assertThat(positions.findValuesAsText("type")).contains("ENTITY", "PORTFOLIO");
        assertThat(client.get("/v1/entities/another/positions").status()).isEqualTo(403);
    }

    @Test
    void bothVersionsOfCrossMarginTellTheSameTrouble() throws Exception {
        client.control("margin", "{\"call\":\"urgent\",\"amount\":\"25000\"}");

        JsonNode first = client.get("/v1/entities/sim-entity/cross_margin").body();
        JsonNode second = client.get("/v2/entities/sim-entity/cross_margin/prime").body();

        assertThat(first.at("/overview/call_status").asText()).isEqualTo("ENTITY_OPEN_URGENT_CALL");
        assertThat(second.path("health_status").asText()).isEqualTo("HEALTH_STATUS_CRITICAL");
        assertThat(second.path("evaluated_at").asText()).isNotEmpty();
        assertThat(second.at("/margin_summary/margin_excess_shortfall"))
                .isEqualTo(first.at("/overview/margin_summary/margin_excess_shortfall"));
    }

    @Test
    void whatMovedBesideTradesIsListed() throws Exception {
        client.control(
                "transfers",
                "{\"type\":\"DEPOSIT\",\"status\":\"TRANSACTION_DONE\",\"symbol\":\"BTC\",\"amount\":\"2\"}");

        JsonNode all = client.get(PORTFOLIO + "/transactions").body().path("transactions");
        assertThat(all.findValuesAsText("type")).containsExactly("DEPOSIT");
    }

    private Client.Said quote(String limit) throws Exception {
        return client.post(
                PORTFOLIO + "/rfq",
                """
                {"product_id":"BTC-USD","side":"BUY","client_quote_id":"q","base_quantity":"0.5",\
                "limit_price":"%s","quote_duration_ms":"10000"}\
                """
                        .formatted(limit));
    }

    private Client.Said accept(String order, String quote, String side) throws Exception {
        return client.post(
                PORTFOLIO + "/accept_quote",
                """
                {"product_id":"BTC-USD","side":"%s","client_order_id":"%s","quote_id":"%s"}\
                """
                        .formatted(side, order, quote));
    }
}
