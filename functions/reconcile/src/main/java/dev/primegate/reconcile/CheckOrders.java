package dev.primegate.reconcile;

import dev.primegate.alert.AlertLog;
import dev.primegate.book.Due;
import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.order.Order;
import dev.primegate.order.OrderId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Looks at every order whose time has come, longest due first. */
@Singleton
class CheckOrders {
    private static final Logger LOG = Logger.getLogger(CheckOrders.class);

    /** A run of one minute cannot ask more of a broker; the rest stays due. */
    private static final int AT_MOST = 200;

    /** One that fails must not stand in front of the others each time. */
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final OrderBook book;
    private final OrderQuery query;
    private final SettleDoubt doubts;
    private final FetchMissing missing;
    private final HeedFeed feed;
    private final AlertLog alerts;
    private final Clock clock;

    CheckOrders(
            OrderBook book,
            OrderQuery query,
            SettleDoubt doubts,
            FetchMissing missing,
            HeedFeed feed,
            AlertLog alerts,
            Clock clock) {
        this.book = book;
        this.query = query;
        this.doubts = doubts;
        this.missing = missing;
        this.feed = feed;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** One that cannot be looked at does not keep the others from it. */
    Tally check(Instant deadline) {
        Tally tally = Tally.NONE;
        for (Due.Duty duty : List.of(Due.Duty.LOOK_UP, Due.Duty.CONFIRM_ABSENCE)) {
            for (OrderId id : query.due(duty, clock.instant(), AT_MOST)) {
                if (!clock.instant().isBefore(deadline)) {
                    return tally;
                }
                tally = tally.plus(check(id, duty));
            }
        }
        return tally;
    }

    private Tally.Outcome check(OrderId id, Due.Duty duty) {
        Optional<Order> order = query.find(id).filter(o -> o.status().isOpen());
        if (order.isEmpty()) {
            // The list of the due may lag behind.
            return Tally.Outcome.AGREES;
        }
        try {
            if (!order.get().progress().isKnownToBroker()) {
                return doubts.settle(order.get(), duty);
            }
            return feed.isTold(order.get()) ? told(order.get()) : missing.fetch(order.get());
        } catch (RuntimeException e) {
            LOG.errorf(e, "order=%s event=check-failed", id);
            Instant now = clock.instant();
            alerts.raise(Differences.checkFailed(order.get(), e, now));
            book.postpone(id, order.get().version(), Due.lookUp(now.plus(AFTER_FAILURE)));
            return Tally.Outcome.FAILED;
        }
    }

    private Tally.Outcome told(Order order) {
        Instant now = clock.instant();
        Due.of(order, now).ifPresent(due -> book.postpone(order.id(), order.version(), due));
        return Tally.Outcome.TOLD;
    }
}
