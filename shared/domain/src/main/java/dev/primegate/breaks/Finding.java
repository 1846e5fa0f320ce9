package dev.primegate.breaks;

import dev.primegate.money.Money;

/**
 * A difference that a run found.
 *
 * @param key what differs, such as an execution id; the same each time the same thing differs
 * @param atStake what it may cost, never below zero
 */
public record Finding(String key, Cause cause, Evidence evidence, Money atStake, Gravity gravity) {
    public Finding {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a finding has no key");
        }
        if (atStake.amount().signum() < 0) {
            throw new IllegalArgumentException("less than nothing is at stake: " + atStake);
        }
    }
}
