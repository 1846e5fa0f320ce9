package dev.primegate.comparison;

import dev.primegate.money.Money;

/**
 * A movement that a broker says is on a chain.
 *
 * @param id the broker's
 * @param needed how many confirmations make it final
 */
public record Transfer(String id, String hash, Money amount, String destination, long needed) {
    /** What the chain says of a transaction. */
    public sealed interface Receipt {
        /**
         * It is in the chain.
         *
         * @param succeeded false if it is there and moved nothing
         */
        record Included(Money amount, String destination, long confirmations, boolean succeeded)
                implements Receipt {}

        /** The chain's nodes know of it, and no block has it yet. */
        record Pending() implements Receipt {}

        /** Another transaction took its place; that one is to be asked for. */
        record Replaced(String by) implements Receipt {}

        /** The chain, asked in full, has none. */
        record Absent() implements Receipt {}

        /** It could not be asked: nothing is known. */
        record Unanswered(String why) implements Receipt {}
    }
}
