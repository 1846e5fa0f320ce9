package dev.primegate.ingest;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.OrderReports;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Execution;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Fetches the executions that a broker counts and the book lacks. */
@Singleton
class FetchExecutions {
    private static final Logger LOG = Logger.getLogger(FetchExecutions.class);

    private final Brokers<OrderReports> reports;
    private final BookNews bookNews;

    FetchExecutions(Brokers<OrderReports> reports, BookNews bookNews) {
        this.reports = reports;
        this.bookNews = bookNews;
    }

    /** A fetch that fails is no loss: the order is due, and reconcile asks again. */
    void fetch(Order order) {
        if (!order.progress().lacksExecutions()) {
            return;
        }
        BrokerId broker = order.route().broker();
        Optional<Fetched<List<Execution>>> fetched =
                reports.find(broker).map(r -> r.executions(order));
        if (fetched.isEmpty()) {
            return;
        }
        switch (fetched.get()) {
            case Fetched.Failed<List<Execution>>(String why) ->
                    LOG.warnf(
                            "order=%s broker=%s event=fetch-failed why=%s",
                            order.id(), broker, why);
            case Fetched.Whole<List<Execution>>(List<Execution> executions, _) -> {
                BrokerOrderId id = order.progress().reports().brokerOrderId().orElseThrow();
                for (Execution execution : executions) {
                    BrokerNews news =
                            new BrokerNews.OfOrder(
                                    Optional.of(order.id()),
                                    id,
                                    new OrderEvent.Executed(execution),
                                    execution.id().text());
                    bookNews.book(broker, news, "fills of " + broker);
                }
            }
        }
    }
}
