package dev.primegate.reconcile;

import dev.primegate.book.OrderBook;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.Evidence;
import dev.primegate.broker.OrderReports;
import dev.primegate.order.Order;
import dev.primegate.order.Transition;
import jakarta.inject.Singleton;
import java.util.List;

/** Asks an order's broker for evidence, and books what it found. */
@Singleton
class AskBroker {
    private static final String BY = "reconcile";

    private final Brokers<OrderReports> reports;
    private final OrderBook book;

    AskBroker(Brokers<OrderReports> reports, OrderBook book) {
        this.reports = reports;
        this.book = book;
    }

    Evidence about(Order order) {
        return reports.find(order.route().broker())
                .map(r -> r.lookup(order))
                .orElseGet(() -> new Evidence.Inconclusive("the broker keeps no records to ask"));
    }

    /** Books the news of {@code order} alone; the order as it then stands. */
    Order book(Order order, List<BrokerNews> news) {
        Order last = order;
        for (BrokerNews one : news) {
            if (one instanceof BrokerNews.OfOrder told) {
                Transition step = book.apply(order.id(), told.event(), BY);
                last = step.order();
            }
        }
        return last;
    }
}
