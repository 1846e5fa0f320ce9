package dev.primegate.simulation.model;

import static dev.primegate.simulation.model.Departure.BOOKS_UNCONDITIONALLY;
import static dev.primegate.simulation.model.Departure.BUST_COUNTED_EACH_TIME;
import static dev.primegate.simulation.model.Departure.BUST_ERASES_EXECUTION;
import static dev.primegate.simulation.model.Departure.CLOSES_UNCONDITIONALLY;
import static dev.primegate.simulation.model.Departure.EARLY_BUST_DROPPED;
import static dev.primegate.simulation.model.Departure.ENDS_BEFORE_FILLS;
import static dev.primegate.simulation.model.Departure.RELEASES_LATER;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What the feed and reconcile do: hear a fact, read the record, write both in one transaction on
 * the condition that the record is as it was read.
 */
final class BookSteps {
    private static final String[] NAMES = {"feed", "reconcile"};

    private final Set<Departure> departures;

    BookSteps(Set<Departure> departures) {
        this.departures = departures;
    }

    /**
     * Adds both jobs' steps.
     *
     * @param facts what is true now
     * @param cum what the broker's last word would count
     */
    <S> void next(Books books, List<Fact> facts, int cum, Function<Books, S> into, Steps<S> steps) {
        for (int who = 0; who < NAMES.length; who++) {
            Worker worker = books.worker(who);
            if (worker.isIdle()) {
                for (Fact fact : facts) {
                    steps.due(
                            NAMES[who] + " hears " + fact,
                            into.apply(books.with(who, new Worker(fact, books.ledger()))));
                }
                continue;
            }
            Books idle = books.with(who, Worker.IDLE);
            steps.may(NAMES[who] + " crashes", into.apply(idle));
            if (worker.seen().equals(books.ledger()) || needsNoVersion(worker.fact())) {
                steps.due(
                        NAMES[who] + " writes " + worker.fact(),
                        into.apply(written(idle, worker, cum)));
            } else {
                steps.due(NAMES[who] + " is too late and will hear it again", into.apply(idle));
            }
        }
    }

    private boolean needsNoVersion(Fact fact) {
        boolean closes = fact == Fact.ENDED || fact == Fact.ABSENT;
        return has(closes ? CLOSES_UNCONDITIONALLY : BOOKS_UNCONDITIONALLY);
    }

    /** The record is put as worked out from what was read; the account moves by differences. */
    private Books written(Books books, Worker worker, int cum) {
        Ledger before = worker.seen();
        Ledger after = after(before, worker.fact(), cum);
        Account moved = books.ledger().account().plus(before.account(), after.account());
        return books.with(after.with(moved)).acknowledging(worker.fact());
    }

    private Ledger after(Ledger before, Fact fact, int cum) {
        Ledger after = before.hearing(fact, cum);
        return switch (fact) {
            case ENDED ->
                    has(ENDS_BEFORE_FILLS) ? before.closed(Status.CANCELED) : last(before, after);
            case ABSENT -> last(before, after);
            case BUST -> busted(before, after);
            case WORKS, FIRST_FILL, SECOND_FILL, CORRECTION -> after;
        };
    }

    private Ledger last(Ledger before, Ledger after) {
        return has(RELEASES_LATER) ? after.with(before.account()) : after;
    }

    private Ledger busted(Ledger before, Ledger after) {
        boolean early = !Fact.FIRST_FILL.isIn(before.booked());
        if (early) {
            return has(EARLY_BUST_DROPPED) ? before : after;
        }
        Account off = before.account().adjust(-1);
        if (has(BUST_ERASES_EXECUTION)) {
            return before.forgetting(Fact.FIRST_FILL).with(off);
        }
        return has(BUST_COUNTED_EACH_TIME) ? after.with(off) : after;
    }

    private boolean has(Departure departure) {
        return departures.contains(departure);
    }
}
