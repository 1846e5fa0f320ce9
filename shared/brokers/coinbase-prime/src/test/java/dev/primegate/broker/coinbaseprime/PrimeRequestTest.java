package dev.primegate.broker.coinbaseprime;

import static dev.primegate.order.TimeInForce.DAY;
import static dev.primegate.order.TimeInForce.FOK;
import static dev.primegate.order.TimeInForce.GTC;
import static dev.primegate.order.TimeInForce.GTD;
import static dev.primegate.order.TimeInForce.IOC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.ExecInst;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.OrderTerms.Strategy;
import dev.primegate.order.OrderTerms.Strategy.Target;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Side;
import dev.primegate.order.TimeInForce;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Requests;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every order that Prime takes, as the bytes we send, and every one that it does not take. */
class PrimeRequestTest {
    private static final Instant START = Instant.parse("2026-11-02T11:00:00Z");
    private static final Instant END = Instant.parse("2026-11-02T12:00:00Z");
    private static final OrderSize UNITS = new OrderSize.Units(Quantity.of("0.50"));
    private static final OrderSize CASH = new OrderSize.Cash(Decimal10.of("1000.00"));
    private static final OrderTerms LIMIT = new OrderTerms.Limit(price(), Optional.empty());
    private static final OrderTerms MARKET = new OrderTerms.Market(50, Optional.empty());
    private static final OrderTerms STOP_LIMIT =
            new OrderTerms.StopLimit(Price.of("59000"), price());

    @Test
    void aLimitOrder() {
        assertThat(json(order(UNITS, LIMIT, GTC)))
                .isEqualTo(
                        body(
                                "\"type\":\"LIMIT\",\"base_quantity\":\"0.5\",\"limit_price\":\"60000\","
                                        + "\"time_in_force\":\"GOOD_UNTIL_CANCELLED\""));
    }

    @Test
    void aLimitOrderUntilATimeAtOnceOrWhole() {
        assertThat(json(until(END, order(UNITS, LIMIT, GTC))))
                .contains("\"expiry_time\":\"2026-11-02T12:00:00Z\"")
                .contains("\"time_in_force\":\"GOOD_UNTIL_DATE_TIME\"");
        assertThat(json(order(UNITS, LIMIT, IOC)))
                .contains("\"time_in_force\":\"IMMEDIATE_OR_CANCEL\"");
        assertThat(json(order(UNITS, LIMIT, FOK))).contains("\"time_in_force\":\"FILL_OR_KILL\"");
    }

    @Test
    void aLimitOrderThatOnlyRests() {
        assertThat(json(postOnly(order(UNITS, LIMIT, GTC)))).contains("\"post_only\":true");
    }

    @Test
    void aMarketOrderInUnitsOrCash() {
        assertThat(json(order(UNITS, MARKET, IOC)))
                .isEqualTo(body("\"type\":\"MARKET\",\"base_quantity\":\"0.5\""));
        assertThat(json(order(CASH, MARKET, IOC)))
                .isEqualTo(body("\"type\":\"MARKET\",\"quote_value\":\"1000\""));
    }

    @Test
    void aStopLimitOrder() {
        assertThat(json(order(UNITS, STOP_LIMIT, GTC)))
                .isEqualTo(
                        body(
                                "\"type\":\"STOP_LIMIT\",\"base_quantity\":\"0.5\","
                                        + "\"limit_price\":\"60000\",\"stop_price\":\"59000\","
                                        + "\"time_in_force\":\"GOOD_UNTIL_CANCELLED\""));
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void aStrategyOverATimeOrAShareOfTheVolume(Target target) {
        NewOrder timed = until(END, order(UNITS, worked(target, Optional.empty()), GTC));
        assertThat(json(timed))
                .contains("\"type\":\"" + target + "\"")
                .contains("\"start_time\":\"2026-11-02T11:00:00Z\"")
                .contains("\"expiry_time\":\"2026-11-02T12:00:00Z\"");
        NewOrder share = order(UNITS, worked(target, Optional.of(Decimal10.of("0.10"))), GTC);
        assertThat(json(share)).contains("\"historical_pov\":\"0.1\"");
    }

    @Test
    @Proves("A5")
    void whatPrimeDoesNotTakeIsRefusedHere() {
        refused(order(UNITS, new OrderTerms.Stop(price(), 50), GTC), "ordType STOP");
        refused(order(UNITS, LIMIT, DAY), "timeInForce DAY");
        refused(order(UNITS, MARKET, GTC), "timeInForce GTC on a market order");
        refused(order(UNITS, STOP_LIMIT, IOC), "timeInForce IOC on a stop-limit");
        refused(postOnly(order(UNITS, LIMIT, IOC)), "execInst");
        refused(postOnly(order(UNITS, STOP_LIMIT, GTC)), "execInst");
        refused(order(UNITS, worked(Target.TWAP, Optional.empty()), GTC), "targetStrategy TWAP");
        refused(
                order(
                        UNITS,
                        new OrderTerms.Market(
                                50, Optional.of(new Strategy(Target.VWAP, Optional.empty()))),
                        IOC),
                "targetStrategy on a market order");
        refused(with(order(UNITS, LIMIT, GTC), Optional.of("loc"), Optional.empty()), "locateId");
        refused(with(order(UNITS, LIMIT, GTC), Optional.empty(), Optional.of("XNAS")), "exDest");
    }

    @Test
    void aQuoteIsAcceptedByItsId() {
        NewOrder order = order(UNITS, quoted("coinbase-prime"), FOK);

        assertThat(json(order))
                .isEqualTo(
                        "{\"product_id\":\"BTC-USD\",\"side\":\"BUY\",\"client_order_id\":\"%s\","
                                        .formatted(order.id())
                                + "\"quote_id\":\"q-1\"}");
    }

    @Test
    @Proves("A5")
    void aQuoteOfAnotherBrokerOrOneThatIsToRestIsRefusedHere() {
        refused(order(UNITS, quoted("falconx"), FOK), "quoteId falconx:q-1");
        refused(order(UNITS, quoted("coinbase-prime"), GTC), "timeInForce GTC on a quote");
    }

    @Test
    void aPreviewIsTheOrderWithoutItsIdAndSpellsOneFlagAsNothingElseIs() {
        assertThat(
                        PrimeRequest.preview(
                                postOnly(order(UNITS, LIMIT, GTC)),
                                SymbolMaster.standard().get(Requests.BTC)))
                .isEqualTo(
                        "{\"product_id\":\"BTC-USD\",\"side\":\"BUY\",\"type\":\"LIMIT\","
                                + "\"base_quantity\":\"0.5\",\"limit_price\":\"60000\","
                                + "\"time_in_force\":\"GOOD_UNTIL_CANCELLED\",\"postOnly\":true}");
    }

    @Test
    void aBoundIsNeverRoundedBeyondItself() {
        Decimal10 step = Decimal10.of("0.05");

        assertThat(PrimeRequest.moved(Price.of("100.01"), 200, step, RoundingMode.FLOOR))
                .isEqualTo(Price.of("102"));
        assertThat(PrimeRequest.moved(Price.of("100.01"), -200, step, RoundingMode.CEILING))
                .isEqualTo(Price.of("98.05"));
    }

    private static OrderTerms quoted(String broker) {
        return new OrderTerms.PreviouslyQuoted(new QuoteId(new BrokerId(broker), "q-1"), price());
    }

    private static void refused(NewOrder order, String why) {
        assertThat(PrimeRequest.unsupported(order).orElse("supported")).startsWith(why);
    }

    private static String json(NewOrder order) {
        assertThat(PrimeRequest.unsupported(order)).isEmpty();
        return PrimeRequest.json(order, SymbolMaster.standard().get(order.symbol()));
    }

    private static String body(String rest) {
        return "{\"product_id\":\"BTC-USD\",\"side\":\"BUY\",\"client_order_id\":\"%s\",%s}"
                .formatted(order(UNITS, LIMIT, GTC).id(), rest);
    }

    private static OrderTerms worked(Target target, Optional<Decimal10> rate) {
        return new OrderTerms.Limit(price(), Optional.of(new Strategy(target, rate)));
    }

    private static Price price() {
        return Price.of("60000");
    }

    private static NewOrder order(OrderSize size, OrderTerms terms, TimeInForce timeInForce) {
        return order(size, terms, timeInForce, Extras.NONE);
    }

    /** From {@link #START} if it has a strategy. */
    private static NewOrder until(Instant end, NewOrder order) {
        Extras extras =
                new Extras(
                        order.terms().strategy().map(_ -> START),
                        Optional.of(end),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return order(order.size(), order.terms(), GTD, extras);
    }

    private static NewOrder postOnly(NewOrder order) {
        Extras extras =
                new Extras(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ExecInst.PARTICIPATE_DONT_INITIATE),
                        Optional.empty(),
                        Optional.empty());
        return order(order.size(), order.terms(), order.timeInForce(), extras);
    }

    private static NewOrder with(
            NewOrder order, Optional<String> locateId, Optional<String> exDestination) {
        Extras extras =
                new Extras(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        locateId,
                        exDestination);
        return order(order.size(), order.terms(), order.timeInForce(), extras);
    }

    private static NewOrder order(
            OrderSize size, OrderTerms terms, TimeInForce timeInForce, Extras extras) {
        return new NewOrder(
                Requests.FUND,
                Requests.MAIN,
                Requests.buy("golden", "1").clOrdId(),
                Requests.BTC,
                Side.BUY,
                size,
                terms,
                timeInForce,
                extras.effectiveTime(),
                extras.expireTime(),
                extras.execInst(),
                extras.locateId(),
                extras.exDestination(),
                "desk",
                "trader",
                Optional.empty());
    }

    /** What most orders are without. */
    private record Extras(
            Optional<Instant> effectiveTime,
            Optional<Instant> expireTime,
            Optional<ExecInst> execInst,
            Optional<String> locateId,
            Optional<String> exDestination) {
        static final Extras NONE =
                new Extras(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }
}
