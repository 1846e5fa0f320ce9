package dev.primegate.submit;

import dev.primegate.book.OrderBook;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.OrderGateway;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Asks an order's broker to end it. A halt never stops this. */
@Singleton
class CancelOrder {
    private static final Logger LOG = Logger.getLogger(CancelOrder.class);

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
        if (asked.progress().reports().brokerOrderId().isEmpty()) {
            return asked;
        }
        CancelOutcome outcome = gateways.find(asked.route().broker()).orElseThrow().cancel(asked);
        LOG.infof("order=%s event=cancel outcome=%s", asked.id(), outcome);
        return switch (outcome) {
            case CancelOutcome.Requested _, CancelOutcome.Unknown _ -> asked;
            case CancelOutcome.Refused(String reason) ->
                    book.apply(
                                    asked.id(),
                                    new OrderEvent.CancelRefused(clock.instant(), reason),
                                    by)
                            .order();
        };
    }
}
