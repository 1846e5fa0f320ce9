package dev.primegate.simulation.model;

import static dev.primegate.simulation.model.Fact.BUST;
import static dev.primegate.simulation.model.Fact.FIRST_FILL;
import static dev.primegate.simulation.model.Fact.SECOND_FILL;

/**
 * The order's record, its executions and the account: all that one transaction changes.
 *
 * @param booked the set of executions and busts that have an item of their own
 * @param finalCum the quantity in the broker's last word, or {@link #OPEN_END}
 */
record Ledger(Status status, Account account, int booked, int finalCum) {
    /** Of the order. */
    static final int QUANTITY = 2;

    static final int OPEN_END = -1;

    static final Ledger NONE = new Ledger(Status.ABSENT, Account.EMPTY, 0, OPEN_END);

    /** Written down and reserved, and its bytes sent. */
    static final Ledger ADMITTED =
            new Ledger(Status.PENDING_NEW, Account.EMPTY.reserve(QUANTITY), 0, OPEN_END);

    /** What executions have used up, busted or not. */
    static int worked(int facts) {
        return (FIRST_FILL.isIn(facts) ? 1 : 0) + (SECOND_FILL.isIn(facts) ? 1 : 0);
    }

    Ledger hearing(Fact fact, int cum) {
        return switch (fact) {
            case WORKS -> status.isInDoubt() ? with(Status.WORKING) : this;
            case FIRST_FILL -> fact.isIn(booked) ? this : firstFill();
            case SECOND_FILL -> fact.isIn(booked) ? this : booking(fact, account.fill());
            case CORRECTION -> fact.isIn(booked) ? this : booking(fact, account.adjust(1));
            case BUST -> fact.isIn(booked) ? this : bust();
            case ENDED -> new Ledger(status, account, booked, cum).argued();
            case ABSENT -> status.isInDoubt() ? closed(Status.NEVER_ARRIVED) : this;
        };
    }

    Ledger with(Status changed) {
        return new Ledger(changed, account, booked, finalCum);
    }

    Ledger with(Account moved) {
        return new Ledger(status, moved, booked, finalCum);
    }

    /** Ended, and what was still reserved given back. */
    Ledger closed(Status end) {
        return new Ledger(end, account.release(), booked, finalCum);
    }

    Ledger forgetting(Fact execution) {
        return new Ledger(status, account, booked & ~execution.bit(), finalCum);
    }

    private Ledger firstFill() {
        return booking(FIRST_FILL, BUST.isIn(booked) ? account.fillBusted() : account.fill());
    }

    /** Before its execution it is booked and moves nothing. */
    private Ledger bust() {
        return booking(BUST, FIRST_FILL.isIn(booked) ? account.adjust(-1) : account);
    }

    private Ledger booking(Fact fact, Account moved) {
        return new Ledger(status, moved, booked | fact.bit(), finalCum).argued();
    }

    /** With the status that everything known argues for. */
    private Ledger argued() {
        if (!status.isOpen()) {
            return this;
        }
        int worked = worked(booked);
        if (worked == QUANTITY) {
            return closed(Status.FILLED);
        }
        if (finalCum != OPEN_END && worked >= finalCum) {
            return closed(Status.CANCELED);
        }
        return with(Status.WORKING);
    }
}
