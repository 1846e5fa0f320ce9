package dev.primegate.order;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;

/**
 * The sums of an order's executions: facts.
 *
 * @param worked corrections apart, busts included: what the order has used up
 * @param executed without what was busted: what we hold of it
 * @param value what {@code executed} was worth, in the quote asset, without fees
 */
public record Fills(Quantity worked, Quantity executed, Decimal10 value) {
    public static final Fills NONE = new Fills(Quantity.NONE, Quantity.NONE, Decimal10.ZERO);

    /** A correction works nothing again, and an execution busted before it came counts nothing. */
    Fills plus(Execution execution, boolean busted) {
        return new Fills(
                execution.corrects().isPresent() ? worked : worked.plus(execution.lastQty()),
                busted ? executed : executed.plus(execution.lastQty()),
                busted ? value : value.plus(execution.value()));
    }

    Fills withoutBusted(Execution execution) {
        return new Fills(
                worked, executed.minus(execution.lastQty()), value.minus(execution.value()));
    }
}
