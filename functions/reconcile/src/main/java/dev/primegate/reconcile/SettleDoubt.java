package dev.primegate.reconcile;

import dev.primegate.book.Due;
import dev.primegate.book.OrderBook;
import dev.primegate.broker.Evidence;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Settles an order of which the broker has given no sign: it is there, it is proven not to be, or
 * it stays in doubt with its headroom taken. Nothing is ever sent.
 */
@Singleton
class SettleDoubt {
    private static final Logger LOG = Logger.getLogger(SettleDoubt.class);
    private static final String BY = "reconcile";
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration LISTS_LAG = Duration.ofSeconds(6);

    private final AskBroker broker;
    private final OrderBook book;
    private final Clock clock;

    SettleDoubt(AskBroker broker, OrderBook book, Clock clock) {
        this.broker = broker;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Settles what can be settled by the broker's evidence.
     *
     * @param duty why the order is due
     */
    Tally.Outcome settle(Order order, Due.Duty duty) {
        Evidence evidence = broker.about(order);
        LOG.infof(
                "order=%s broker=%s event=evidence %s",
                order.id(), order.route().broker(), evidence);
        return switch (evidence) {
            case Evidence.Found(var news) -> settled(order, broker.book(order, news));
            case Evidence.Absent(String proof, Instant askedAt) ->
                    askedAt.isBefore(order.attempt().fence())
                            ? stillInDoubt(
                                    order, "absent before its fence", Due.lookUp(fence(order)))
                            : absent(order, duty, proof);
            case Evidence.Inconclusive(String why) ->
                    stillInDoubt(order, why, Due.lookUp(clock.instant().plus(AGAIN)));
        };
    }

    /** Twice, with more time between than any broker's lists lag behind one another. */
    private Tally.Outcome absent(Order order, Due.Duty duty, String proof) {
        if (duty != Due.Duty.CONFIRM_ABSENCE) {
            Instant again = clock.instant().plus(LISTS_LAG);
            return stillInDoubt(order, "absent once", new Due(Due.Duty.CONFIRM_ABSENCE, again));
        }
        OrderEvent gone =
                new OrderEvent.NeverArrived(clock.instant(), order.route().broker(), proof);
        return settled(order, book.apply(order.id(), gone, BY).order());
    }

    /** Evidence that the order cannot believe moves nothing; a person was told. */
    private Tally.Outcome settled(Order before, Order after) {
        if (after.version() > before.version()) {
            return Tally.Outcome.MOVED;
        }
        book.postpone(after.id(), after.version(), Due.lookUp(clock.instant().plus(AGAIN)));
        return Tally.Outcome.WAITS;
    }

    /** Whoever was to record the outcome of its send died before: from now on the doubt is said. */
    private Tally.Outcome stillInDoubt(Order order, String why, Due next) {
        Order doubted = order;
        if (order.status() == OrderStatus.PENDING_NEW) {
            String doubt = "nobody recorded what came of its send; " + why;
            doubted =
                    book.apply(order.id(), new OrderEvent.Doubted(clock.instant(), doubt), BY)
                            .order();
        }
        book.postpone(doubted.id(), doubted.version(), next);
        return Tally.Outcome.WAITS;
    }

    /** The fence is on the broker's clock, which may be a little behind. */
    private Instant fence(Order order) {
        Instant fence = order.attempt().fence();
        Instant soon = clock.instant().plus(Duration.ofSeconds(1));
        return fence.isAfter(soon) ? fence : soon;
    }
}
