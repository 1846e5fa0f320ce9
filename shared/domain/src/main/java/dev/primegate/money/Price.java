package dev.primegate.money;

import java.math.RoundingMode;

/** Quote units for one unit of the base; above zero. */
public record Price(Decimal10 amount) implements Comparable<Price> {
    public Price {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("price is not above zero: " + amount);
        }
    }

    /** Reads the wire form; see {@link Decimal10#of}. */
    public static Price of(String text) {
        return new Price(Decimal10.of(text));
    }

    /** What {@code quantity} is worth at this price. */
    public Decimal10 times(Quantity quantity, RoundingMode rounding) {
        return amount.times(quantity.amount(), rounding);
    }

    public Price max(Price other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Price other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toString();
    }
}
