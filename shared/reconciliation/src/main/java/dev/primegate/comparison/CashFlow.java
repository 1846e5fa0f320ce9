package dev.primegate.comparison;

import dev.primegate.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money that one fact in our books moves.
 *
 * @param kind what fact
 * @param reference which one: an execution, a journal entry
 * @param amount below zero is paid
 * @param traded from which day it counts by trade date
 * @param settles from which day it counts by settlement date; none if nobody knows
 */
public record CashFlow(
        Kind kind, String reference, Money amount, LocalDate traded, Optional<LocalDate> settles) {
    /** What can move money. */
    public enum Kind {
        /** What was paid for a purchase, or came from a sale. */
        PROCEEDS,
        /** What a trade cost beside its price. */
        FEE,
        /** An entry of the journal. */
        JOURNAL
    }
}
