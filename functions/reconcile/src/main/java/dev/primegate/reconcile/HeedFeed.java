package dev.primegate.reconcile;

import dev.primegate.broker.FeedLeases;
import dev.primegate.order.Order;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Knows when a broker need not be asked about an order, because its feed was read to a moment ago.
 */
@Singleton
class HeedFeed {
    /** Twice what lies between two sweeps of the feed's reader. */
    private static final Duration FRESH = Duration.ofSeconds(60);

    /** Each order is asked about once in so long all the same: a sweep shows executions alone. */
    private static final long TURN_MINUTES = 60;

    private final FeedLeases leases;
    private final Clock clock;

    HeedFeed(FeedLeases leases, Clock clock) {
        this.leases = leases;
        this.clock = clock;
    }

    /** Whether all there is to know of an order that the broker knows has been told and booked. */
    boolean isTold(Order order) {
        Instant now = clock.instant();
        return !order.progress().lacksExecutions()
                && !order.isCancelWanted()
                && !isItsTurn(order, now)
                && leases.find(order.route().broker())
                        .flatMap(FeedLeases.Standing::cursor)
                        .filter(cursor -> cursor.plus(FRESH).isAfter(now))
                        .isPresent();
    }

    /** By its id, so that orders take turns though nobody remembers when each had its last. */
    private static boolean isItsTurn(Order order, Instant now) {
        long minute = now.getEpochSecond() / 60;
        return Math.floorMod(minute + order.id().text().hashCode(), TURN_MINUTES) == 0;
    }
}
