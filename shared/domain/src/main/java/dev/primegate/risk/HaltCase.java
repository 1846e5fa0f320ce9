package dev.primegate.risk;

import dev.primegate.order.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with a scope that was halted at some time.
 *
 * @param state {@code ACTIVE} once it was resumed
 * @param last the halt that was given last; its {@code sweepUntil} is empty when the sweep has
 *     ended
 * @param at when that was
 * @param asked a resume that waits for a second person
 * @param resumedAt when it was last resumed
 */
public record HaltCase(
        HaltScope scope,
        TradingState state,
        Halt last,
        Instant at,
        Optional<Asked> asked,
        Optional<Instant> resumedAt) {
    /** For orders that were admitted while the halt was on its way to their account. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

    /** Somebody asked for a resume; somebody else may approve it before {@code until}. */
    public record Asked(String by, String reason, Instant until) {}

    /**
     * Whether a sweep must end {@code order}: it is open, within the scope, and from before. In a
     * halt that stands no order is from after it, whatever its clock said.
     */
    public boolean mustEnd(Order order) {
        return order.status().isOpen()
                && !order.progress().cancelRequested()
                && HaltScope.covering(order).contains(scope)
                && (state == TradingState.HALTED
                        || !order.transactTime().isAfter(at.plus(ON_ITS_WAY)));
    }
}
