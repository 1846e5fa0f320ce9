package dev.primegate.ledger;

import dev.primegate.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a broker said of the margin of our account there, by one of its models. Other models of the
 * same account say other things at the same time, so none is understood without its name.
 *
 * @param calls the broker's ids of the calls that are open
 * @param requirement what must be there, if it says so
 * @param excess what is there beyond it, if it says so; below zero it is missing
 * @param asOf the broker's own time of its calculation, or when it was asked by its clock
 * @param source which of its answers said so
 */
public record MarginState(
        Model model,
        Level level,
        Set<String> calls,
        Optional<Money> requirement,
        Optional<Money> excess,
        Instant asOf,
        String source) {

    public MarginState {
        calls = Set.copyOf(calls);
        if (requirement.isPresent()
                && excess.isPresent()
                && !requirement.get().asset().equals(excess.get().asset())) {
            throw new IllegalArgumentException(
                    "the requirement is in %s and the excess in %s"
                            .formatted(requirement.get().asset(), excess.get().asset()));
        }
    }

    /** By whose rules. */
    public enum Model {
        /** The Federal Reserve's Regulation T, a share of each position. */
        REG_T,
        /** By the risk of all positions together. */
        PORTFOLIO,
        /** Across spot, futures and loans of one broker. */
        CROSS,
        /** Each position by itself. */
        ISOLATED
    }

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

    /** How much is missing, if anything is. */
    public Optional<Money> shortfall() {
        return excess.filter(money -> money.amount().signum() < 0)
                .map(money -> new Money(money.amount().negated(), money.asset()));
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

    /** Whether it differs by more than its time, and by what there is beyond what must be. */
    public boolean differsFrom(MarginState before) {
        return level != before.level
                || !calls.equals(before.calls)
                || !shortfall().equals(before.shortfall());
    }

    /** As it is before a broker was ever asked. */
    public static MarginState unknown(Model model) {
        return new MarginState(
                model,
                Level.CLEAR,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                "none");
    }
}
