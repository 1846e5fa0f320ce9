package dev.primegate.book;

import dev.primegate.order.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What must be done for an order that has not ended, and when, should no news come before. */
public record Due(Duty duty, Instant at) {
    /** A missing fill is fetched soon; the feed usually brings it first. */
    private static final Duration LACKING = Duration.ofSeconds(2);

    private static final Duration DOUBTFUL = Duration.ofSeconds(2);

    /** The fallback for a feed that says nothing. */
    private static final Duration WORKING = Duration.ofSeconds(50);

    /** Whoever asked for the cancel sends it; this is for when he died before. */
    private static final Duration CANCELLING = Duration.ofSeconds(5);

    /** Each is done by one function, because only one has the keys for it. */
    public enum Duty {
        /** Ask the broker's records where the order stands. */
        LOOK_UP,
        /**
         * Ask them once more before its absence is believed: an order may have left one list of the
         * broker and not yet stand in the other.
         */
        CONFIRM_ABSENCE,
        /** Ask the broker to cancel it. */
        CANCEL
    }

    public static Due lookUp(Instant at) {
        return new Due(Duty.LOOK_UP, at);
    }

    /** Written with each change, so that no open order is ever without a date. */
    public static Optional<Due> of(Order order, Instant now) {
        if (!order.status().isOpen()) {
            return Optional.empty();
        }
        if (order.isCancelWanted()) {
            return Optional.of(new Due(Duty.CANCEL, now.plus(CANCELLING)));
        }
        if (order.progress().lacksExecutions()) {
            return Optional.of(lookUp(now.plus(LACKING)));
        }
        if (!order.progress().isKnownToBroker()) {
            return Optional.of(lookUp(later(order.attempt().lease(), now).plus(DOUBTFUL)));
        }
        return Optional.of(lookUp(now.plus(WORKING)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
