package dev.primegate.submit;

import dev.primegate.book.Due;
import dev.primegate.book.OrderBook;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.OrderGateway;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Asks an order's broker to end it. A halt never stops this. */
@Singleton
class CancelOrder {
    private static final Logger LOG = Logger.getLogger(CancelOrder.class);

    /** By then the news of its end is here, or a look at the broker's records is worth it. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final OrderBook book;
    private final Brokers<OrderGateway> gateways;
    private final Clock clock;

    CancelOrder(OrderBook book, Brokers<OrderGateway> gateways, Clock clock) {
        this.book = book;
        this.gateways = gateways;
        this.clock = clock;
    }

    /**
     * Writes the wish down, then asks; asking again is harmless. An order whose fate is not known
     * keeps the wish until it is.
     */
    Order cancel(Order open, String by) {
        Order asked =
                book.apply(open.id(), new OrderEvent.CancelRequested(clock.instant(), by), by)
                        .order();
        return asked.isCancelWanted() ? send(asked, by) : asked;
    }

    /** Asks the broker for the end of an order whose end is wanted. */
    Order send(Order wanted, String by) {
        CancelOutcome outcome = gateways.find(wanted.route().broker()).orElseThrow().cancel(wanted);
        LOG.infof("order=%s event=cancel outcome=%s", wanted.id(), outcome);
        Instant now = clock.instant();
        Order order =
                switch (outcome) {
                    case CancelOutcome.Requested _, CancelOutcome.Unknown _ -> wanted;
                    case CancelOutcome.Refused(String reason) ->
                            book.apply(wanted.id(), new OrderEvent.CancelRefused(now, reason), by)
                                    .order();
                };
        // Whatever the broker said, perhaps because the order has ended: next somebody looks. If
        // it still stands and its end is still wanted, it comes due here again.
        book.postpone(order.id(), order.version(), Due.lookUp(now.plus(SETTLED)));
        return order;
    }
}
