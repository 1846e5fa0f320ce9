package dev.primegate.simulation.model;

/** A way of doing things that is not the design's, or a broker that is not what it is taken for. */
enum Departure {
    // Submit.
    /** The broker is called first, and the record written when it answers. */
    NO_WRITE_AHEAD,
    /** The record is put without looking whether there is one. */
    ADMITS_UNCONDITIONALLY,
    /** A repeat that finds the lease expired sends again, as idempotency libraries do. */
    RE_EXECUTES,
    /** A send that timed out is sent again, as HTTP clients do. */
    BLIND_RETRY,
    /** The bytes are signed when they are sent, not when they are recorded. */
    SIGNS_AT_SEND,
    /** A send that timed out is recorded as rejected. */
    TIMEOUT_IS_REJECTION,
    /** "Duplicate" is taken for "not taken". */
    DUPLICATE_IS_REJECTION,
    /** An expired lease is taken for proof that nothing was sent. */
    LEASE_PROVES_UNSENT,

    // The broker.
    /** Bytes are accepted however old they are. */
    NO_WINDOW,
    /** The age of bytes is checked before their client order id. */
    AGE_BEFORE_IDENTITY,

    // Settling doubt.
    /** Absence counts whenever it is seen. */
    NO_QUARANTINE,
    /** Absence counts if the window is over when it is written, not when it was seen. */
    QUARANTINE_AT_WRITE,
    /** The window is waited for, but not the time an order takes to show in the lists. */
    IGNORES_QUERY_LAG,
    /** The window is measured by our clock and a margin instead of by the broker's clock. */
    JUDGES_BY_OUR_CLOCK,
    /** Doubt is left to whoever sent the order. */
    NOBODY_RESOLVES,

    // Cancel and release.
    /** A cancel reaches an order in doubt by the client order id, and its refusal says nothing. */
    CANCELS_IN_DOUBT,
    /** A cancel ends an order in doubt at once. */
    CANCEL_ENDS_DOUBT,
    /** A cancel's "no such order" is taken for proof that there is none. */
    REFUSED_CANCEL_PROVES_ABSENCE,
    /** A cancel of an order in doubt is answered and not kept. */
    FORGETS_CANCEL,
    /** The broker's last word ends the order, whichever fills are still to come. */
    ENDS_BEFORE_FILLS,
    /** The reservation is given back by a second write. */
    RELEASES_LATER,
    /** An end is written without a condition on the version that it was worked out from. */
    CLOSES_UNCONDITIONALLY,

    // Bust.
    /** Executions and busts are written without a condition on what was booked when they came. */
    BOOKS_UNCONDITIONALLY,
    /** A bust moves the position each time it is heard. */
    BUST_COUNTED_EACH_TIME,
    /** A bust that comes before its execution is dropped. */
    EARLY_BUST_DROPPED,
    /** A bust deletes its execution instead of standing beside it. */
    BUST_ERASES_EXECUTION,

    // Re-route.
    /** A send that timed out is taken for unsent. */
    REROUTES_DOUBT,
    /** A repeat re-routes what another invocation admitted. */
    REROUTES_ANOTHERS,
    /** The second attempt is sent before it is recorded. */
    REROUTE_UNWRITTEN,
    /** The second attempt is recorded with the time the first was signed. */
    REROUTE_KEEPS_FENCE,
    /** The second attempt is recorded whatever the record has come to say. */
    REROUTE_UNCONDITIONAL,
    /** The second attempt reserves again. */
    REROUTE_RESERVES_AGAIN,
    /** That the first broker has no such order counts, wherever the order went since. */
    ABSENCE_OF_ANY_ATTEMPT,

    // The two lists.
    /** An order leaves the open list before it shows in the history. */
    MOVES_THROUGH_A_GAP,
    /** The history is read as soon as the open list was. */
    READS_AT_ONCE,
    /** The history is read before the open list. */
    HISTORY_FIRST,
    /** The history is read from its last page to its first. */
    PAGES_BACKWARDS,
    /** A page that was cut short counts as whole. */
    CUT_PAGE_COUNTS,
    /** The open list was read before the window was over. */
    LOOKS_BEFORE_THE_FENCE
}
