package dev.primegate.risk;

import dev.primegate.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * The most an account had made, and what was done when it had lost too much of it.
 *
 * @param version 1 when first written, one more with each change
 * @param profit since its first trade; at least nothing
 * @param at when it stood there
 */
public record Peak(long version, Money profit, Instant at, Optional<Reached> reached) {
    /** A limit was reached: what it made of the account's trading, and when. */
    public record Reached(TradingState state, Instant at) {}

    /** One to measure from, after {@code before} if there was one. */
    public static Peak begin(Optional<Peak> before, Money profit, Instant at) {
        return new Peak(before.map(Peak::version).orElse(0L) + 1, profit, at, Optional.empty());
    }

    /** This one, or a higher one. */
    public Peak raisedTo(Money now, Instant time) {
        if (!now.asset().equals(profit.asset())) {
            throw new IllegalArgumentException(
                    "a peak in %s, a profit in %s".formatted(profit.asset(), now.asset()));
        }
        return now.amount().compareTo(profit.amount()) > 0
                ? new Peak(version + 1, now, time, reached)
                : this;
    }

    public Peak reached(TradingState state, Instant time) {
        return new Peak(version + 1, profit, at, Optional.of(new Reached(state, time)));
    }
}
