package dev.primegate.broker;

import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.OrderEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is known after the one send. */
public sealed interface SendOutcome {
    /** The broker has it. That it works, or trades, is for its news to say. */
    record Received(BrokerOrderId brokerOrderId) implements SendOutcome {}

    /**
     * The broker has it, and its answer says how it ended: it trades at once or not at all.
     *
     * @param news what that answer tells, first things first
     */
    record Ended(List<OrderEvent> news) implements SendOutcome {}

    /** The broker's documentation defines this answer as "not taken". */
    record Refused(String reason) implements SendOutcome {}

    /** It provably never left: no connection, no TLS. */
    record NotSent(String reason) implements SendOutcome {}

    /** The broker is too busy and by its documentation has not taken it. */
    record Throttled(Optional<Duration> retryAfter) implements SendOutcome {}

    /** Timeout, 5xx, unreadable body: the order may be live. Its news or reconcile will tell. */
    record Unknown(String doubt) implements SendOutcome {}
}
