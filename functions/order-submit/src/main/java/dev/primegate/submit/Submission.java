package dev.primegate.submit;

import dev.primegate.order.Denial;
import dev.primegate.order.Order;
import java.time.Duration;

/** What became of a request to submit. */
sealed interface Submission {
    /** Written down and received by the broker. */
    record Received(Order order) implements Submission {}

    /** Written down and sent; the broker's answer is not known. News or reconcile will tell. */
    record InDoubt(Order order) implements Submission {}

    /**
     * Submitted before, with the same meaning; here is that order as it stands. Nothing was sent.
     */
    record Replayed(Order order) implements Submission {}

    /** The identity is that of another order. Nothing was sent. */
    record IdentityTaken(Order order, String why) implements Submission {}

    /** Refused by us. Nothing was sent. */
    record Denied(Denial denial) implements Submission {}

    /** Refused by the broker. */
    record Rejected(Order order, String reason) implements Submission {}

    /** Provably not sent: the OMS may ask again, under a new clOrdId. */
    record NotSent(Order order, String why) implements Submission {}

    /** Our clock and the broker's are at least so far apart: nothing was signed or written. */
    record ClockSkewed(Duration apart) implements Submission {}

    /** Every broker that could get it is down: nothing was written. */
    record NoBroker() implements Submission {}

    /** The function would have been stopped before it knew the answer: nothing was written. */
    record OutOfTime() implements Submission {}

    /** The store could not decide in time: nothing is reserved, nothing was sent. */
    record TryLater(String why) implements Submission {}
}
