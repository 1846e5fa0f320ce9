package dev.primegate.broker;

import dev.primegate.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Money or coins that moved, or are to move, by something else than a trade.
 *
 * @param id the broker's
 * @param amount never below zero; its kind says which way it goes
 * @param destination what it becomes, if it is converted
 * @param chainIds the hashes under which a blockchain knows it; none before it is sent out
 * @param address where on a chain it goes, if it goes there and the broker says so
 * @param replaces the id of the one that it was sent instead of
 */
public record Transfer(
        String id,
        Kind kind,
        State state,
        Money amount,
        Optional<Money> fee,
        Optional<String> destination,
        Instant createdAt,
        Optional<Instant> completedAt,
        List<String> chainIds,
        Optional<String> address,
        Optional<String> replaces) {

    public Transfer {
        chainIds = List.copyOf(chainIds);
        if (amount.amount().signum() < 0) {
            throw new IllegalArgumentException(
                    "transfer %s: amount is negative: %s".formatted(id, amount));
        }
    }

    /** What it is to our balance. */
    public enum Kind {
        IN,
        OUT,
        /** One asset becomes another. */
        CONVERSION,
        /** What staked coins earned. */
        REWARD,
        /** Staked coins that were taken as a penalty. */
        PENALTY,
        FEE,
        /** The balance stays: staking, delegation, keys. */
        NEUTRAL,
        /** The broker itself does not say. */
        OTHER
    }

    /** How far it is. */
    public enum State {
        PENDING,
        DONE,
        /** It will never move anything. */
        FAILED,
        /** Another one was begun in its place. */
        REPLACED
    }
}
