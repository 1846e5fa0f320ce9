package dev.primegate.broker.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.OrderTerms.Strategy.Target;
import dev.primegate.order.Side;
import dev.primegate.order.TimeInForce;
import dev.primegate.proof.Proves;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of order: either this body, or this refusal. */
class ClearStreetRequestTest {
    private static final Instant TEN = Instant.parse("2026-11-02T15:00:00Z");
    private static final Price PRICE = Price.of("150.5");

    static Stream<Arguments> supported() {
        OrderTerms market = new OrderTerms.Market(50, Optional.empty());
        OrderTerms.Strategy plain = new OrderTerms.Strategy(Target.VWAP, Optional.empty());
        return Stream.of(
                Arguments.of(
                        Orders.any(),
                        body("buy", "limit", "\"price\":\"150.5\",\"time_in_force\":\"day\"")),
                Arguments.of(
                        Orders.any().with(TimeInForce.IOC).with(Side.SELL),
                        body("sell", "limit", "\"price\":\"150.5\",\"time_in_force\":\"ioc\"")),
                Arguments.of(
                        Orders.any().with(market),
                        body("buy", "market", "\"time_in_force\":\"day\"")),
                Arguments.of(
                        Orders.any().with(new OrderTerms.Stop(PRICE, 50)),
                        body("buy", "stop", "\"stop_price\":\"150.5\",\"time_in_force\":\"day\"")),
                Arguments.of(
                        Orders.any().with(new OrderTerms.StopLimit(PRICE, Price.of("151"))),
                        body(
                                "buy",
                                "stop-limit",
                                "\"price\":\"151\",\"stop_price\":\"150.5\",\"time_in_force\":\"day\"")),
                Arguments.of(
                        Orders.any()
                                .with(Orders.limit("150.5", Target.TWAP, "0.25"))
                                .within(TEN, TEN.plusSeconds(60)),
                        body(
                                "buy",
                                "limit",
                                "\"price\":\"150.5\",\"time_in_force\":\"day\",\"strategy\":{\"type\":\"twap\","
                                        + "\"start_at\":1793631600000,\"end_at\":1793631660000,\"max_percent\":25}")),
                Arguments.of(
                        Orders.any().with(new OrderTerms.Market(50, Optional.of(plain))),
                        body(
                                "buy",
                                "market",
                                "\"time_in_force\":\"day\",\"strategy\":{\"type\":\"vwap\"}")),
                Arguments.of(
                        Orders.any().with(Side.SELL_SHORT).locatedAs("L-1"),
                        body(
                                "sell-short",
                                "limit",
                                "\"price\":\"150.5\",\"time_in_force\":\"day\",\"locate_broker\":\"CLST\"")),
                Arguments.of(
                        Orders.any().with(Side.SELL_SHORT),
                        body(
                                "sell-short",
                                "limit",
                                "\"price\":\"150.5\",\"time_in_force\":\"day\"")),
                Arguments.of(
                        Orders.any().to("XNYS"),
                        body(
                                "buy",
                                "limit",
                                "\"price\":\"150.5\",\"time_in_force\":\"day\","
                                        + "\"strategy\":{\"type\":\"dma\",\"destination\":\"xnys\"}")));
    }

    @ParameterizedTest
    @MethodSource("supported")
    @Proves({"G1", "A4", "D1"})
    void whatItHasIsSaidInItsWords(Orders order, String body) throws JsonProcessingException {
        assertThat(ClearStreetRequest.unsupported(order.build(), order.instrument())).isEmpty();
        String json = ClearStreetRequest.json(order.build(), order.instrument(), "CLST");
        ObjectMapper mapper = new ObjectMapper();
        String expected = body.formatted(order.build().id().text());
        assertThat(mapper.readTree(json)).isEqualTo(mapper.readTree(expected));
    }

    static Stream<Arguments> unsupported() {
        return Stream.of(
                Arguments.of(Orders.any().of("BTC-USD"), "symbol"),
                Arguments.of(
                        Orders.any().with(new OrderSize.Cash(Decimal10.of("100"))), "cashOrderQty"),
                Arguments.of(Orders.any().with(TimeInForce.GTC), "timeInForce GTC"),
                Arguments.of(Orders.any().with(TimeInForce.FOK), "timeInForce FOK"),
                Arguments.of(
                        Orders.any().with(new OrderTerms.Stop(PRICE, 50)).with(TimeInForce.IOC),
                        "timeInForce IOC"),
                Arguments.of(Orders.any().postOnly(), "execInst"),
                Arguments.of(Orders.any().locatedAs("L-1"), "locateId"),
                Arguments.of(Orders.any().within(TEN, TEN.plusSeconds(60)), "effectiveTime"),
                Arguments.of(
                        Orders.any()
                                .with(Orders.limit("150.5", Target.TWAP, ""))
                                .with(TimeInForce.IOC),
                        "timeInForce IOC on a TWAP order"),
                Arguments.of(
                        Orders.any().with(Orders.limit("150.5", Target.TWAP, "0.255")),
                        "participationRate"),
                Arguments.of(
                        Orders.any().with(Orders.limit("150.5", Target.VWAP, "0.51")),
                        "participationRate"),
                Arguments.of(Orders.any().to("XLON"), "exDestination XLON"),
                Arguments.of(
                        Orders.any().with(Orders.limit("150.5", Target.TWAP, "")).to("XNYS"),
                        "exDestination"),
                Arguments.of(
                        Orders.any().with(new OrderSize.Units(Quantity.of("12345678901234567"))),
                        "16 characters"));
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    @Proves({"A5", "G1"})
    void whatItHasNotIsRefusedHere(Orders order, String word) {
        assertThat(ClearStreetRequest.unsupported(order.build(), order.instrument()))
                .hasValueSatisfying(why -> assertThat(why).contains(word));
    }

    @Test
    void aDateIsRefusedWithItsTimeInForce() {
        Orders dated = Orders.any().within(TEN, TEN.plusSeconds(60)).with(TimeInForce.GTD);

        assertThat(ClearStreetRequest.unsupported(dated.build(), dated.instrument()))
                .hasValueSatisfying(why -> assertThat(why).contains("timeInForce GTD"));
    }

    /** All bodies, for whoever wants to check them. */
    static List<String> bodies() {
        return supported()
                .map(row -> (Orders) row.get()[0])
                .map(order -> ClearStreetRequest.json(order.build(), order.instrument(), "CLST"))
                .toList();
    }

    private static String body(String side, String type, String rest) {
        return """
        {"reference_id":"%%s","symbol":"AAPL","symbol_format":"cms","side":"%s",
         "order_type":"%s","quantity":"10",%s}
        """
                .formatted(side, type, rest);
    }
}
