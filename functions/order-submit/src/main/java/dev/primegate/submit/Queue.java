package dev.primegate.submit;

import dev.primegate.broker.OrderGateway;
import java.time.Instant;
import java.util.Optional;

/** Where orders wait for their broker's rate to allow them. */
@FunctionalInterface
interface Queue {
    /** Joins it, and returns at once. Nobody waits for a window that begins after {@code until}. */
    Place join(OrderGateway gateway, Instant until);

    /** One order's place in it. */
    @FunctionalInterface
    interface Place {
        /** Waits for the turn; why it did not come, if it did not. */
        Optional<String> refusal();
    }
}
