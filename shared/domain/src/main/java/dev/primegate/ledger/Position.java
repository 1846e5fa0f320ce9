package dev.primegate.ledger;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.order.Execution;
import dev.primegate.order.Side;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an account holds of an instrument at a broker, as far as executions and the journal made it.
 * Sums only, so that the order in which facts came does not matter.
 *
 * @param boughtValue what {@code bought} cost, in the quote asset, without fees
 * @param soldValue what {@code sold} brought
 * @param moved what the journal added, below zero what it took
 * @param movedValue the cost that came with {@code moved}, in the quote asset
 * @param fees what was charged, by asset; never part of a value
 * @param lines how many lines of the tape made it
 */
public record Position(
        BrokerId broker,
        Symbol symbol,
        Decimal10 bought,
        Decimal10 boughtValue,
        Decimal10 sold,
        Decimal10 soldValue,
        Decimal10 moved,
        Decimal10 movedValue,
        SortedMap<Asset, Decimal10> fees,
        long lines) {
    public Position {
        TreeMap<Asset, Decimal10> charged = new TreeMap<>();
        fees.forEach((asset, amount) -> {
            if (amount.signum() != 0) {
                charged.put(asset, amount);
            }
        });
        fees = Collections.unmodifiableSortedMap(charged);
    }

    /** As trades alone made it, without fees. */
    public Position(
            BrokerId broker,
            Symbol symbol,
            Decimal10 bought,
            Decimal10 boughtValue,
            Decimal10 sold,
            Decimal10 soldValue) {
        this(
                broker,
                symbol,
                bought,
                boughtValue,
                sold,
                soldValue,
                Decimal10.ZERO,
                Decimal10.ZERO,
                new TreeMap<>(),
                0);
    }

    public static Position none(BrokerId broker, Symbol symbol) {
        return new Position(
                broker, symbol, Decimal10.ZERO, Decimal10.ZERO, Decimal10.ZERO, Decimal10.ZERO);
    }

    /** What one trade makes of nothing, in one line. */
    static Position traded(BrokerId broker, Execution execution) {
        boolean buy = execution.side() == Side.BUY;
        Decimal10 quantity = execution.lastQty().amount();
        return new Position(
                broker,
                execution.symbol(),
                buy ? quantity : Decimal10.ZERO,
                buy ? execution.value() : Decimal10.ZERO,
                buy ? Decimal10.ZERO : quantity,
                buy ? Decimal10.ZERO : execution.value(),
                Decimal10.ZERO,
                Decimal10.ZERO,
                charged(execution.fee()),
                1);
    }

    /** What one line of the journal makes of nothing. */
    static Position moved(PositionId id, Decimal10 quantity, Decimal10 value, Optional<Money> fee) {
        return new Position(
                id.broker(),
                id.symbol(),
                Decimal10.ZERO,
                Decimal10.ZERO,
                Decimal10.ZERO,
                Decimal10.ZERO,
                quantity,
                value,
                charged(fee),
                1);
    }

    /** Above zero long, below zero short. */
    public Decimal10 quantity() {
        return bought.minus(sold).plus(moved);
    }

    /** What it cost so far, less what it brought, fees apart: profit is what is held less this. */
    public Decimal10 outlay() {
        return boughtValue.minus(soldValue).plus(movedValue);
    }

    public Position plus(Position change) {
        SortedMap<Asset, Decimal10> sum = new TreeMap<>(fees);
        change.fees.forEach((asset, amount) -> sum.merge(asset, amount, Decimal10::plus));
        return new Position(
                broker,
                symbol,
                bought.plus(change.bought),
                boughtValue.plus(change.boughtValue),
                sold.plus(change.sold),
                soldValue.plus(change.soldValue),
                moved.plus(change.moved),
                movedValue.plus(change.movedValue),
                sum,
                lines + change.lines);
    }

    /** The same taken back, by one line more. */
    Position undone() {
        SortedMap<Asset, Decimal10> back = new TreeMap<>(fees);
        back.replaceAll((_, amount) -> amount.negated());
        return new Position(
                broker,
                symbol,
                bought.negated(),
                boughtValue.negated(),
                sold.negated(),
                soldValue.negated(),
                moved.negated(),
                movedValue.negated(),
                back,
                1);
    }

    Position withLines(long count) {
        return new Position(
                broker,
                symbol,
                bought,
                boughtValue,
                sold,
                soldValue,
                moved,
                movedValue,
                fees,
                count);
    }

    private static SortedMap<Asset, Decimal10> charged(Optional<Money> fee) {
        SortedMap<Asset, Decimal10> fees = new TreeMap<>();
        fee.ifPresent(money -> fees.put(money.asset(), money.amount()));
        return fees;
    }
}
