package dev.primegate.book;

import dev.primegate.order.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an order that has not ended must be looked at, should no news come. */
public final class Due {
    /** A missing fill is fetched soon; the feed usually brings it first. */
    private static final Duration LACKING = Duration.ofSeconds(2);

    private static final Duration DOUBTFUL = Duration.ofSeconds(2);

    /** The fallback for a feed that says nothing. */
    private static final Duration WORKING = Duration.ofSeconds(50);

    private Due() {}

    /** Written with each change, so that no open order is ever without a date. */
    public static Optional<Instant> of(Order order, Instant now) {
        if (!order.status().isOpen()) {
            return Optional.empty();
        }
        if (order.progress().lacksExecutions()) {
            return Optional.of(now.plus(LACKING));
        }
        if (!order.progress().isKnownToBroker()) {
            return Optional.of(later(order.attempt().lease(), now).plus(DOUBTFUL));
        }
        return Optional.of(now.plus(WORKING));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
