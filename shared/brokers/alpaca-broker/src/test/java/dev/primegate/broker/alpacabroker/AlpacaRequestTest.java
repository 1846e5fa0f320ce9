package dev.primegate.broker.alpacabroker;

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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of order: either this body, or this refusal. */
class AlpacaRequestTest {
    private static final Instant TEN = Instant.parse("2026-11-02T15:00:00Z");
    private static final OrderTerms MARKET = new OrderTerms.Market(50, Optional.empty());

    static Stream<Arguments> supported() {
        return Stream.of(
                Arguments.of(any(), body("10", "buy", "limit", "day", "\"limit_price\":\"150.5\"")),
                Arguments.of(
                        any().with(TimeInForce.GTC).with(Side.SELL),
                        body("10", "sell", "limit", "gtc", "\"limit_price\":\"150.5\"")),
                Arguments.of(
                        any().with(TimeInForce.IOC),
                        body("10", "buy", "limit", "ioc", "\"limit_price\":\"150.5\"")),
                Arguments.of(
                        any().with(TimeInForce.FOK),
                        body("10", "buy", "limit", "fok", "\"limit_price\":\"150.5\"")),
                Arguments.of(
                        any().with(new OrderTerms.Stop(Price.of("160.25"), 50)),
                        body("10", "buy", "stop", "day", "\"stop_price\":\"160.25\"")),
                Arguments.of(
                        any().with(new OrderTerms.StopLimit(Price.of("160"), Price.of("161"))),
                        body(
                                "10",
                                "buy",
                                "stop_limit",
                                "day",
                                "\"stop_price\":\"160\",\"limit_price\":\"161\"")),
                Arguments.of(
                        limit("0.1234"),
                        body("10", "buy", "limit", "day", "\"limit_price\":\"0.1234\"")),
                Arguments.of(
                        any().with(MARKET).with(units("0.123456789")),
                        body("0.123456789", "buy", "market", "day", "")),
                Arguments.of(
                        any().with(MARKET).with(new OrderSize.Cash(Decimal10.of("99.95"))),
                        body("10", "buy", "market", "day", "")
                                .replace("\"qty\":\"10\"", "\"notional\":\"99.95\"")));
    }

    @ParameterizedTest
    @MethodSource("supported")
    @Proves({"G1", "A4", "D1"})
    void whatItHasIsSaidInItsWords(Orders order, String body) throws JsonProcessingException {
        assertThat(AlpacaRequest.unsupported(order.build(), order.instrument())).isEmpty();
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(AlpacaRequest.json(order.build(), order.instrument())))
                .isEqualTo(mapper.readTree(body.formatted(order.build().id().text())));
    }

    static Stream<Arguments> unsupported() {
        return Stream.of(
                Arguments.of(any().of("BTC-USD"), "symbol"),
                Arguments.of(any().with(Side.SELL_SHORT), "SELL_SHORT"),
                Arguments.of(any().locatedAs("L-1"), "locateId"),
                Arguments.of(any().within(TEN, TEN.plusSeconds(60)), "effectiveTime"),
                Arguments.of(
                        any().within(TEN, TEN.plusSeconds(60)).with(TimeInForce.GTD),
                        "timeInForce GTD"),
                Arguments.of(
                        any().with(new OrderTerms.Stop(Price.of("160"), 50)).with(TimeInForce.IOC),
                        "timeInForce IOC"),
                Arguments.of(any().with(new OrderSize.Cash(Decimal10.of("100"))), "cashOrderQty"),
                Arguments.of(
                        any().with(MARKET)
                                .with(TimeInForce.GTC)
                                .with(new OrderSize.Cash(Decimal10.of("100"))),
                        "cashOrderQty"),
                Arguments.of(
                        any().with(MARKET).with(new OrderSize.Cash(Decimal10.of("99.955"))),
                        "whole cents"),
                Arguments.of(any().with(units("0.5")), "parts of a share"),
                Arguments.of(any().with(MARKET).with(units("0.1234567891")), "nine places"),
                Arguments.of(limit("150.505"), "two places"),
                Arguments.of(limit("0.12345"), "four below one dollar"),
                Arguments.of(any().with(new OrderTerms.Stop(Price.of("1.001"), 50)), "two places"),
                Arguments.of(any().postOnly(), "execInst"),
                Arguments.of(any().with(Orders.limit("150.5", Target.TWAP, "")), "targetStrategy"),
                Arguments.of(any().to("XNYS"), "exDestination"));
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    @Proves({"A5", "G1"})
    void whatItHasNotIsRefusedHere(Orders order, String word) {
        assertThat(AlpacaRequest.unsupported(order.build(), order.instrument()))
                .hasValueSatisfying(why -> assertThat(why).contains(word));
    }

    private static Orders any() {
        return limit("150.5");
    }

    private static Orders limit(String price) {
        return Orders.limit("any", price);
    }

    private static OrderSize units(String quantity) {
        return new OrderSize.Units(Quantity.of(quantity));
    }

    private static String body(String qty, String side, String type, String time, String rest) {
        return """
        {"client_order_id":"%%s","symbol":"AAPL","qty":"%s","side":"%s","type":"%s",
         "time_in_force":"%s"%s%s}
        """
                .formatted(qty, side, type, time, rest.isEmpty() ? "" : ",", rest);
    }
}
