package dev.primegate.order;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;

/** FIX tag 54: {@code BUY} is 1, {@code SELL} is 2. */
public enum Side {
    BUY,
    SELL;

    /** {@code quantity} as it moves a position: up for a buy, down for a sell. */
    public Decimal10 signed(Quantity quantity) {
        return this == BUY ? quantity.amount() : quantity.amount().negated();
    }
}
