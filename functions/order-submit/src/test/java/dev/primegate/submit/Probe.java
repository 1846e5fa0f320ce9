package dev.primegate.submit;

import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.Preparation;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.ExecInst;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.OrderTerms.Strategy;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Side;
import dev.primegate.order.TimeInForce;
import dev.primegate.testkit.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An order to try a broker's adapter with; every change makes another. */
record Probe(
        String symbol,
        Side side,
        OrderSize size,
        OrderTerms terms,
        TimeInForce timeInForce,
        Extras extras) {
    /** What most orders are without. */
    record Extras(
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

    /** How it is called, and by whom. */
    record Words(String clOrdId, String desk, String trader, Optional<String> text) {
        static final Words USUAL = new Words("probe", "desk", "trader", Optional.empty());
    }

    /** A crypto pair and a share: brokers trade the one or the other. */
    static final List<String> SYMBOLS = List.of("BTC-USD", "AAPL");

    static final OrderSize UNITS = new OrderSize.Units(Quantity.of("10"));
    static final OrderSize CASH = new OrderSize.Cash(Decimal10.of("1000"));
    static final OrderTerms LIMIT = new OrderTerms.Limit(Price.of("100"), Optional.empty());
    static final OrderTerms MARKET = new OrderTerms.Market(50, Optional.empty());

    static OrderTerms worked(Strategy.Target target, Optional<Decimal10> rate) {
        return new OrderTerms.Limit(Price.of("100"), Optional.of(new Strategy(target, rate)));
    }

    static OrderTerms quoted(BrokerId broker) {
        return new OrderTerms.PreviouslyQuoted(new QuoteId(broker, "q-1"), Price.of("100"));
    }

    static Probe of(OrderTerms terms, TimeInForce timeInForce) {
        return new Probe("BTC-USD", Side.BUY, UNITS, terms, timeInForce, Extras.NONE);
    }

    Probe with(OrderSize other) {
        return new Probe(symbol, side, other, terms, timeInForce, extras);
    }

    Probe with(OrderTerms other) {
        return new Probe(symbol, side, size, other, timeInForce, extras);
    }

    Probe with(TimeInForce other) {
        return new Probe(symbol, side, size, terms, other, extras);
    }

    Probe with(Side other) {
        return new Probe(symbol, other, size, terms, timeInForce, extras);
    }

    Probe with(Extras other) {
        return new Probe(symbol, side, size, terms, timeInForce, other);
    }

    Probe of(String other) {
        return new Probe(other, side, size, terms, timeInForce, extras);
    }

    /** The same from now until an hour later, or only until then if nothing works it over time. */
    Probe until(Instant now) {
        Optional<Instant> from = terms.strategy().map(_ -> now);
        return with(
                new Extras(
                        from,
                        Optional.of(now.plus(Duration.ofHours(1))),
                        extras.execInst,
                        extras.locateId,
                        extras.exDestination));
    }

    Preparation prepare(OrderGateway gateway, Instant now) {
        return prepare(gateway, Words.USUAL, now);
    }

    Preparation prepare(OrderGateway gateway, Words words, Instant now) {
        NewOrder order = order(words, now);
        Instrument instrument = SymbolMaster.standard().get(order.symbol());
        return gateway.prepare(order, instrument, now);
    }

    /** Whether the broker takes it, in either of the instruments. */
    boolean isTaken(OrderGateway gateway, Instant now) {
        return anywhere(gateway, now).isPresent();
    }

    /** The same in the first instrument in which the broker takes it. */
    Optional<Probe> anywhere(OrderGateway gateway, Instant now) {
        return Stream.concat(Stream.of(symbol), SYMBOLS.stream())
                .map(this::of)
                .filter(probe -> probe.prepare(gateway, now) instanceof Preparation.Prepared)
                .findFirst();
    }

    private NewOrder order(Words words, Instant now) {
        boolean needsEnd = timeInForce == TimeInForce.GTD && extras.expireTime.isEmpty();
        Extras full = needsEnd ? until(now).extras : extras;
        return new NewOrder(
                Requests.FUND,
                Requests.MAIN,
                new ClOrdId(words.clOrdId),
                SymbolMaster.standard().resolve(symbol).orElseThrow().symbol(),
                side,
                size,
                terms,
                timeInForce,
                full.effectiveTime,
                full.expireTime,
                full.execInst,
                full.locateId,
                full.exDestination,
                words.desk,
                words.trader,
                words.text);
    }
}
