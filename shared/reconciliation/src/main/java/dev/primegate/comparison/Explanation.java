package dev.primegate.comparison;

import dev.primegate.money.Decimal10;

/**
 * A part of a difference whose reason is known.
 *
 * @param asset of which
 * @param amount by how much the broker's book is above ours because of it; below zero if below
 * @param reference what shows it: an order, a trade, a journal entry
 */
public record Explanation(Kind kind, String asset, Decimal10 amount, String reference) {
    /** Why books that are both right may differ. */
    public enum Kind {
        /** Executed, and not yet booked at one side. */
        IN_FLIGHT,
        /** Booked by trade date here and by settlement date there. */
        UNSETTLED,
        /** Charged there, and not yet booked here. */
        FEE,
        /** In the broker's journal, and not yet in ours: a transfer, a dividend, interest. */
        JOURNAL,
        /** One asset became another without a trade, such as dollars and a coin of theirs. */
        CONVERSION,
        /** The same movement on another day. */
        VALUE_DATE,
        /** Two models of margin, which are not the same figure. */
        MODEL
    }
}
