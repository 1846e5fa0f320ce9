package dev.primegate.reconcile;

import dev.primegate.alert.AlertLog;
import dev.primegate.book.Due;
import dev.primegate.book.OrderBook;
import dev.primegate.broker.Evidence;
import dev.primegate.order.Order;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Brings an order that the broker knows to where it stands there, fills and all. */
@Singleton
class FetchMissing {
    private static final Logger LOG = Logger.getLogger(FetchMissing.class);

    /** A broker's list of fills may lag behind its count of them by this much and no more. */
    private static final Duration LAG = Duration.ofSeconds(60);

    private final AskBroker broker;
    private final OrderBook book;
    private final AlertLog alerts;
    private final Clock clock;

    FetchMissing(AskBroker broker, OrderBook book, AlertLog alerts, Clock clock) {
        this.broker = broker;
        this.book = book;
        this.alerts = alerts;
        this.clock = clock;
    }

    Tally.Outcome fetch(Order order) {
        return switch (broker.about(order)) {
            case Evidence.Found(var news) -> found(order, broker.book(order, news));
            case Evidence.Absent(String proof, _) -> {
                alerts.raise(Differences.vanished(order, proof, clock.instant()));
                yield later(order);
            }
            case Evidence.Inconclusive(String why) -> {
                LOG.warnf(
                        "order=%s broker=%s event=inconclusive why=%s",
                        order.id(), order.route().broker(), why);
                yield later(order);
            }
        };
    }

    private Tally.Outcome found(Order before, Order after) {
        if (after.version() > before.version()) {
            return Tally.Outcome.MOVED;
        }
        Instant now = clock.instant();
        if (after.progress().lacksExecutions() && after.lastUpdateTime().plus(LAG).isBefore(now)) {
            alerts.raise(Differences.fillsMissing(after, now));
        }
        later(after);
        return after.progress().lacksExecutions() ? Tally.Outcome.WAITS : Tally.Outcome.AGREES;
    }

    private Tally.Outcome later(Order order) {
        Instant now = clock.instant();
        book.postpone(order.id(), order.version(), Due.of(order, now).orElse(Due.lookUp(now)));
        return Tally.Outcome.WAITS;
    }
}
