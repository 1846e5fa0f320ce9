package dev.primegate.risk;

import java.time.Instant;
import java.util.Optional;

/**
 * An order to stop trading within a scope, or to do nothing there but reduce positions.
 *
 * @param by who gives it
 * @param sweepUntil until when open orders of the scope are looked for and cancelled; none leaves
 *     them alone
 */
public record Halt(
        HaltScope scope,
        TradingState state,
        String by,
        String reason,
        Optional<Instant> sweepUntil) {
    public Halt {
        if (state == TradingState.ACTIVE) {
            throw new IllegalArgumentException("a halt leaves nothing active: " + scope);
        }
    }

    public static Halt of(HaltScope scope, String by, String reason) {
        return new Halt(scope, TradingState.HALTED, by, reason, Optional.empty());
    }

    public static Halt reducing(HaltScope scope, String by, String reason) {
        return new Halt(scope, TradingState.REDUCING, by, reason, Optional.empty());
    }
}
