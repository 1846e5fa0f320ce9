package dev.primegate.ledger;

import dev.primegate.money.Decimal10;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a position cost and what its closed part has earned, by average cost. It is worked out from
 * the lines in the order of their own times: so it is the same whatever order they came in.
 *
 * <p>Exact in sum: {@code cost} less {@code realised} is what was paid less what was received, to
 * the last digit, because what a closing trade takes out of the cost it puts into the result.
 *
 * @param quantity above zero long, below zero short
 * @param cost what {@code quantity} cost, in the quote asset, with its sign
 * @param realised what closing has earned, below zero lost; fees apart
 */
public record Cost(Decimal10 quantity, Decimal10 cost, Decimal10 realised) {
    public static final Cost NONE = new Cost(Decimal10.ZERO, Decimal10.ZERO, Decimal10.ZERO);

    /** From the lines of one position. */
    public static Cost of(Collection<? extends Line> lines) {
        return NONE.after(lines);
    }

    /** After {@code lines} more, all of them later, none of which takes back an earlier trade. */
    public Cost after(Collection<? extends Line> lines) {
        Set<ExecId> undone =
                lines.stream()
                        .filter(Line.Undone.class::isInstance)
                        .map(line -> ((Line.Undone) line).execId())
                        .collect(Collectors.toSet());
        Cost cost = this;
        for (Line line : lines.stream().sorted(Line.BY_TIME).toList()) {
            cost =
                    switch (line) {
                        case Line.Traded traded ->
                                traded.counted() && !undone.contains(traded.execution().id())
                                        ? cost.traded(traded.execution())
                                        : cost;
                        case Line.Undone _ -> cost;
                        case Line.Journaled entry ->
                                entry.kind().carriesCost()
                                        ? cost.carried(entry.quantity(), entry.value())
                                        : cost.traded(entry.quantity(), entry.value());
                    };
        }
        return cost;
    }

    /** Per unit, to ten places, ties to even; none where nothing is held. */
    public Optional<Decimal10> average() {
        return quantity.signum() == 0
                ? Optional.empty()
                : Optional.of(cost.over(quantity, RoundingMode.HALF_EVEN));
    }

    private Cost traded(Execution execution) {
        Decimal10 signed = execution.side().signed(execution.lastQty());
        return traded(
                signed, signed.signum() > 0 ? execution.value() : execution.value().negated());
    }

    /** Units come or go at a price: against the position they close it, and earn or lose. */
    private Cost traded(Decimal10 units, Decimal10 value) {
        if (quantity.signum() * units.signum() >= 0) {
            return new Cost(quantity.plus(units), cost.plus(value), realised);
        }
        Decimal10 held = quantity.signum() > 0 ? quantity : quantity.negated();
        Decimal10 size = units.signum() > 0 ? units : units.negated();
        Decimal10 closed = held.min(size);
        // Ties to even, so that many part-closes do not drift; the last takes what is left.
        Decimal10 released = cost.share(closed, held, RoundingMode.HALF_EVEN);
        Decimal10 closing = value.share(closed, size, RoundingMode.HALF_EVEN);
        return new Cost(
                quantity.plus(units),
                cost.minus(released).plus(value.minus(closing)),
                realised.minus(released).minus(closing));
    }

    /** Units come or go with their cost; what cost is left when none are left was lost. */
    private Cost carried(Decimal10 units, Decimal10 value) {
        Decimal10 left = quantity.plus(units);
        Decimal10 carried = cost.plus(value);
        return left.signum() == 0
                ? new Cost(left, Decimal10.ZERO, realised.minus(carried))
                : new Cost(left, carried, realised);
    }
}
