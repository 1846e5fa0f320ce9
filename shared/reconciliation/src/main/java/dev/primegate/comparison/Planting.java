package dev.primegate.comparison;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Side;
import dev.primegate.statement.Named;
import dev.primegate.statement.TradeDays;
import dev.primegate.statement.TradeLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A break that a rehearsal plants in two copies of one trade. */
enum Planting {
    MISSING_AT_BROKER("missing-at-broker"),
    MISSING_HERE("missing-here"),
    QUANTITY("quantity"),
    PRICE("price"),
    PRICE_ROUNDING("price-rounding"),
    TRADE_DATE("trade-date-shift"),
    ALIAS("unknown-alias"),
    FEE("fee-not-booked"),
    DUPLICATE_THERE("duplicate"),
    DUPLICATE_HERE("duplicate"),
    SETTLED_LATE("settled-late"),
    BUST_THERE("bust-not-applied"),
    BUST_HERE("bust-not-applied"),
    SIDE("unknown");

    private final String cause;

    Planting(String cause) {
        this.cause = cause;
    }

    /** What it must be called. */
    String cause() {
        return cause;
    }

    /** What our copy has in place of {@code line}, of which all is known. */
    List<TradeLine> ours(TradeLine line) {
        return switch (this) {
            case MISSING_HERE -> List.of();
            case DUPLICATE_HERE -> List.of(line, line);
            case BUST_HERE -> List.of(busted(line));
            case MISSING_AT_BROKER,
                    QUANTITY,
                    PRICE,
                    PRICE_ROUNDING,
                    TRADE_DATE,
                    ALIAS,
                    FEE,
                    DUPLICATE_THERE,
                    SETTLED_LATE,
                    BUST_THERE,
                    SIDE ->
                    List.of(line);
        };
    }

    /**
     * What the broker's copy has.
     *
     * @param shifted the date of the trade by the clock that {@code rules} give the broker
     */
    List<TradeLine> brokers(TradeLine line, TradeRules rules, LocalDate shifted) {
        return switch (this) {
            case MISSING_AT_BROKER -> List.of();
            case MISSING_HERE, DUPLICATE_HERE, BUST_HERE -> List.of(line);
            case QUANTITY -> List.of(of(line, line.quantity().plus(Quantity.of("1"))));
            case PRICE -> List.of(of(line, rules.priceRounding().plus(Decimal10.ONE)));
            case PRICE_ROUNDING -> List.of(of(line, rules.priceRounding()));
            case TRADE_DATE -> List.of(of(line, days(line, shifted, line.days().settles())));
            case ALIAS -> List.of(of(line, new Named("rehearsal", Optional.empty()), line.side()));
            case FEE -> List.of(charged(line, rules.feeTolerance().plus(Decimal10.ONE)));
            case DUPLICATE_THERE -> List.of(line, line);
            case SETTLED_LATE ->
                    List.of(
                            of(
                                    line,
                                    days(
                                            line,
                                            line.days().traded(),
                                            line.days().settles().map(day -> day.plusDays(1)))));
            case BUST_THERE -> List.of(busted(line));
            case SIDE ->
                    List.of(
                            of(
                                    line,
                                    line.instrument(),
                                    line.side() == Side.BUY ? Side.SELL : Side.BUY));
        };
    }

    private static TradeDays days(TradeLine line, LocalDate traded, Optional<LocalDate> settles) {
        return new TradeDays(traded, settles, line.days().time());
    }

    private static TradeLine of(TradeLine line, Quantity quantity) {
        return new TradeLine(
                line.origin(),
                line.account(),
                line.id(),
                line.order(),
                line.instrument(),
                line.side(),
                quantity,
                line.price(),
                line.currency(),
                line.fee(),
                line.days(),
                line.busted());
    }

    private static TradeLine of(TradeLine line, Decimal10 dearer) {
        return new TradeLine(
                line.origin(),
                line.account(),
                line.id(),
                line.order(),
                line.instrument(),
                line.side(),
                line.quantity(),
                new Price(line.price().amount().plus(dearer)),
                line.currency(),
                line.fee(),
                line.days(),
                line.busted());
    }

    static TradeLine of(TradeLine line, TradeDays days) {
        return new TradeLine(
                line.origin(),
                line.account(),
                line.id(),
                line.order(),
                line.instrument(),
                line.side(),
                line.quantity(),
                line.price(),
                line.currency(),
                line.fee(),
                days,
                line.busted());
    }

    private static TradeLine of(TradeLine line, Named instrument, Side side) {
        return new TradeLine(
                line.origin(),
                line.account(),
                line.id(),
                line.order(),
                instrument,
                side,
                line.quantity(),
                line.price(),
                line.currency(),
                line.fee(),
                line.days(),
                line.busted());
    }

    static TradeLine charged(TradeLine line, Decimal10 more) {
        Money fee = line.fee().orElse(new Money(Decimal10.ZERO, line.currency()));
        return new TradeLine(
                line.origin(),
                line.account(),
                line.id(),
                line.order(),
                line.instrument(),
                line.side(),
                line.quantity(),
                line.price(),
                line.currency(),
                Optional.of(new Money(fee.amount().plus(more), fee.asset())),
                line.days(),
                line.busted());
    }

    private static TradeLine busted(TradeLine line) {
        return new TradeLine(
                line.origin(),
                line.account(),
                line.id(),
                line.order(),
                line.instrument(),
                line.side(),
                line.quantity(),
                line.price(),
                line.currency(),
                line.fee(),
                line.days(),
                true);
    }
}
