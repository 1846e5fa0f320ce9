package dev.primegate.ledger;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an account has made since its first trade, in one currency: what it sold for, less what it
 * bought for or took over at, and what is left at its mark. Realised and not, without fees and
 * financing; below zero is a loss. Exact, because many positions must not add up many roundings.
 */
public record Profit(BigDecimal exact, Asset currency) {
    public static Profit none(Asset currency) {
        return new Profit(BigDecimal.ZERO, currency);
    }

    /**
     * And that of {@code position}.
     *
     * @param rate of {@link #currency} for one unit of the instrument's quote asset
     */
    public Profit plus(Position position, Price mark, Decimal10 rate) {
        BigDecimal left = position.quantity().toBigDecimal().multiply(mark.amount().toBigDecimal());
        return plus(position, left, rate);
    }

    /** And that of a position of which nothing is left, so that it needs no mark. */
    public Profit plusClosed(Position position, Decimal10 rate) {
        if (position.quantity().signum() != 0) {
            throw new IllegalArgumentException("expected nothing left, found " + position);
        }
        return plus(position, BigDecimal.ZERO, rate);
    }

    /** As it is at least: so that no loss is rounded away. */
    public Money low() {
        return rounded(RoundingMode.FLOOR);
    }

    /** As it is at most: what later losses are measured from. */
    public Money high() {
        return rounded(RoundingMode.CEILING);
    }

    private Profit plus(Position position, BigDecimal left, Decimal10 rate) {
        BigDecimal made = left.subtract(position.outlay().toBigDecimal());
        return new Profit(exact.add(made.multiply(rate.toBigDecimal())), currency);
    }

    private Money rounded(RoundingMode rounding) {
        return new Money(Decimal10.round(exact, rounding), currency);
    }
}
