package dev.primegate.order;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;

/** FIX tag 54: {@code BUY} is 1, {@code SELL} is 2, {@code SELL_SHORT} is 5. */
public enum Side {
    BUY,
    SELL,
    /** Sells what is borrowed; the limits of every sell hold for it. */
    SELL_SHORT;

    /** {@code quantity} as it moves a position: up for a buy, down for a sell of either kind. */
    public Decimal10 signed(Quantity quantity) {
        return this == BUY ? quantity.amount() : quantity.amount().negated();
    }
}
