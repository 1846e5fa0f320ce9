package dev.primegate.simulator.engine;

import dev.primegate.money.Decimal10;

public enum Side {
    BUY,
    SELL;

    /** Whether an order of this side with this limit trades at {@code price}. */
    boolean takes(Decimal10 price, Decimal10 limit) {
        int order = price.compareTo(limit);
        return this == BUY ? order <= 0 : order >= 0;
    }

    /** {@code amount} as it moves what we hold of the base: up for a buy. */
    Decimal10 signed(Decimal10 amount) {
        return this == BUY ? amount : amount.negated();
    }
}
