package dev.primegate.broker;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a signed request may still become an order.
 *
 * @param window how far the signed time may lie back when the broker takes it
 * @param queue how long the broker may hold it before it shows
 * @param lag how far its answers to questions may lie behind
 */
public record SubmitWindow(Duration window, Duration queue, Duration lag) {
    private static final Duration MARGIN = Duration.ofSeconds(1);

    /** From when, on the broker's own clock, an order that is not there never will be. */
    public Instant fence(Instant signedAt) {
        return signedAt.plus(window).plus(queue).plus(lag).plus(MARGIN);
    }
}
