package dev.primegate.broker.alpacabroker;

import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.ExecInst;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Side;
import dev.primegate.order.TimeInForce;
import dev.primegate.testkit.Requests;
import java.time.Instant;
import java.util.Optional;

/** Orders in shares; each method changes one thing. */
record Orders(
        String clOrdId,
        String symbol,
        Side side,
        OrderSize size,
        OrderTerms terms,
        TimeInForce timeInForce,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<ExecInst> execInst,
        Optional<String> locateId,
        Optional<String> exDestination) {

    /** A limit order for ten shares of Apple, good for the day. */
    static Orders limit(String clOrdId, String price) {
        return new Orders(
                clOrdId,
                "AAPL",
                Side.BUY,
                new OrderSize.Units(Quantity.of("10")),
                new OrderTerms.Limit(Price.of(price), Optional.empty()),
                TimeInForce.DAY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Orders any() {
        return limit("any", "150.5");
    }

    static OrderTerms limit(String price, OrderTerms.Strategy.Target target, String rate) {
        return new OrderTerms.Limit(
                Price.of(price),
                Optional.of(
                        new OrderTerms.Strategy(
                                target,
                                Optional.of(rate).filter(r -> !r.isEmpty()).map(Decimal10::of))));
    }

    Orders with(OrderTerms other) {
        return new Orders(
                clOrdId,
                symbol,
                side,
                size,
                other,
                timeInForce,
                from,
                until,
                execInst,
                locateId,
                exDestination);
    }

    Orders with(Side other) {
        return new Orders(
                clOrdId,
                symbol,
                other,
                size,
                terms,
                timeInForce,
                from,
                until,
                execInst,
                locateId,
                exDestination);
    }

    Orders with(OrderSize other) {
        return new Orders(
                clOrdId,
                symbol,
                side,
                other,
                terms,
                timeInForce,
                from,
                until,
                execInst,
                locateId,
                exDestination);
    }

    Orders with(TimeInForce other) {
        return new Orders(
                clOrdId,
                symbol,
                side,
                size,
                terms,
                other,
                from,
                until,
                execInst,
                locateId,
                exDestination);
    }

    Orders of(String other) {
        return new Orders(
                clOrdId,
                other,
                side,
                size,
                terms,
                timeInForce,
                from,
                until,
                execInst,
                locateId,
                exDestination);
    }

    Orders within(Instant begin, Instant end) {
        return new Orders(
                clOrdId,
                symbol,
                side,
                size,
                terms,
                timeInForce,
                Optional.of(begin),
                Optional.of(end),
                execInst,
                locateId,
                exDestination);
    }

    Orders postOnly() {
        return new Orders(
                clOrdId,
                symbol,
                side,
                size,
                terms,
                timeInForce,
                from,
                until,
                Optional.of(ExecInst.PARTICIPATE_DONT_INITIATE),
                locateId,
                exDestination);
    }

    Orders locatedAs(String id) {
        return new Orders(
                clOrdId,
                symbol,
                side,
                size,
                terms,
                timeInForce,
                from,
                until,
                execInst,
                Optional.of(id),
                exDestination);
    }

    Orders to(String market) {
        return new Orders(
                clOrdId,
                symbol,
                side,
                size,
                terms,
                timeInForce,
                from,
                until,
                execInst,
                locateId,
                Optional.of(market));
    }

    Instrument instrument() {
        return SymbolMaster.standard().get(new Symbol(symbol));
    }

    NewOrder build() {
        return new NewOrder(
                Requests.FUND,
                Requests.MAIN,
                new ClOrdId(clOrdId),
                new Symbol(symbol),
                side,
                size,
                terms,
                timeInForce,
                from,
                until,
                execInst,
                locateId,
                exDestination,
                "desk",
                "trader",
                Optional.empty());
    }
}
