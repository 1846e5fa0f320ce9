package dev.primegate.order;

import dev.primegate.money.Quantity;
import java.util.Optional;

/**
 * A word that ends the order. The broker's becomes the status once every fill it counts is here.
 *
 * @param cumQty the broker's final cumulative quantity, if it says one
 */
public record Closing(OrderStatus status, Optional<Quantity> cumQty, String reason) {
    public Closing {
        if (status.isOpen()) {
            throw new IllegalArgumentException(status + " ends no order");
        }
    }

    /** The same word again: the higher count stands. */
    Closing merge(Closing again) {
        Quantity count = cumQty.orElse(Quantity.NONE);
        return again.cumQty().filter(c -> c.exceeds(count)).isPresent() ? again : this;
    }

    boolean isComplete(Quantity worked) {
        return cumQty.isEmpty() || !cumQty.get().exceeds(worked);
    }
}
