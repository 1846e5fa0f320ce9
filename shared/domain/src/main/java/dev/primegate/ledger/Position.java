package dev.primegate.ledger;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Decimal10;

/**
 * What an account holds of an instrument at a broker, as far as executions made it. Sums only, so
 * that the order in which executions came does not matter.
 *
 * @param boughtValue what {@code bought} cost, in the quote asset, without fees
 * @param soldValue what {@code sold} brought
 */
public record Position(
        BrokerId broker,
        Symbol symbol,
        Decimal10 bought,
        Decimal10 boughtValue,
        Decimal10 sold,
        Decimal10 soldValue) {
    public static Position none(BrokerId broker, Symbol symbol) {
        return new Position(
                broker, symbol, Decimal10.ZERO, Decimal10.ZERO, Decimal10.ZERO, Decimal10.ZERO);
    }

    /** Above zero long, below zero short. */
    public Decimal10 quantity() {
        return bought.minus(sold);
    }

    public Position plus(Position change) {
        return new Position(
                broker,
                symbol,
                bought.plus(change.bought),
                boughtValue.plus(change.boughtValue),
                sold.plus(change.sold),
                soldValue.plus(change.soldValue));
    }
}
