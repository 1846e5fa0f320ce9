package dev.primegate.ledger;

import dev.primegate.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a broker says of the margin of our account there.
 *
 * @param calls the broker's ids of the calls that are open
 * @param shortfall how much is missing, if anything is
 * @param at when it was asked, by the broker's clock
 */
public record MarginState(Level level, Set<String> calls, Optional<Money> shortfall, Instant at) {
    /** How bad it is; each is worse than the one before it. */
    public enum Level {
        CLEAR,
        /** Below what is required, so that a call will follow. */
        DEFICIT,
        CALLED,
        /** A call that is due at once, or was not met in time. */
        URGENT,
        /** The broker acts: it liquidates, or has locked the account. */
        LIQUIDATING
    }

    /** Whether positions may only shrink. */
    public boolean isCalled() {
        return level != Level.CLEAR;
    }

    /** Whether something is new since {@code before}: a worse level, or another call. */
    public boolean isWorseThan(MarginState before) {
        return level.compareTo(before.level) > 0
                || (isCalled() && !before.calls.containsAll(calls));
    }

    /** Whether it differs by more than its time. */
    public boolean differsFrom(MarginState before) {
        return level != before.level
                || !calls.equals(before.calls)
                || !shortfall.equals(before.shortfall);
    }

    /** As it is before a broker was ever asked. */
    public static MarginState unknown() {
        return new MarginState(Level.CLEAR, Set.of(), Optional.empty(), Instant.EPOCH);
    }
}
