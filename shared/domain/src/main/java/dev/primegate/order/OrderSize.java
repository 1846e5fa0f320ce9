package dev.primegate.order;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;

/** How much an order is for: units of the base, or an amount of the quote currency. */
public sealed interface OrderSize {
    /** FIX tag 38. */
    record Units(Quantity orderQty) implements OrderSize {
        public Units {
            if (orderQty.isNone()) {
                throw new IllegalArgumentException("orderQty is zero");
            }
        }
    }

    /** FIX tag 152, in units of the instrument's quote asset. */
    record Cash(Decimal10 cashOrderQty) implements OrderSize {
        public Cash {
            if (cashOrderQty.signum() <= 0) {
                throw new IllegalArgumentException("cashOrderQty is not above zero");
            }
        }
    }
}
