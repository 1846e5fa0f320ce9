package dev.primegate.reconcile;

import dev.primegate.alert.AlertLog;
import dev.primegate.alert.NewsAlerts;
import dev.primegate.book.OrderBook;
import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.BrokerNews;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.ExternalOrder;
import dev.primegate.ledger.Orphan;
import dev.primegate.ledger.Orphans;
import dev.primegate.ledger.PositionId;
import dev.primegate.money.Quantity;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Execution;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes in what a broker did in our name that no order of ours explains, and gives it back. */
@Singleton
class AdoptOrphans {
    private static final Logger LOG = Logger.getLogger(AdoptOrphans.class);

    private final Orphans orphans;
    private final AccountMaster accounts;
    private final OrderBook book;
    private final AlertLog alerts;
    private final Clock clock;

    AdoptOrphans(
            Orphans orphans, AccountMaster accounts, OrderBook book, AlertLog alerts, Clock clock) {
        this.orphans = orphans;
        this.accounts = accounts;
        this.book = book;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * Books what {@code news} says, as that of no order of ours.
     *
     * @return false if it must wait: for a home, or for the execution that it annuls
     */
    boolean adopt(BrokerId broker, BrokerNews.OfOrder news) {
        boolean adopted =
                switch (news.event()) {
                    case OrderEvent.Executed(Execution execution) ->
                            adopt(broker, news.brokerOrderId(), execution);
                    case OrderEvent.Busted bust ->
                            orphans.bust(broker, bust.execId(), bust.at(), bust.reason());
                    case OrderEvent.Reported word -> {
                        orphans.adopt(external(broker, news.brokerOrderId(), word));
                        yield true;
                    }
                    case OrderEvent.Doubted _,
                            OrderEvent.NotSent _,
                            OrderEvent.NeverArrived _,
                            OrderEvent.CancelRequested _,
                            OrderEvent.CancelRefused _ ->
                            throw new IllegalArgumentException("no broker's news: " + news.event());
                };
        if (!adopted) {
            alerts.raise(NewsAlerts.orphaned(broker, news, clock.instant()));
        }
        LOG.warnf(
                "broker=%s brokerOrder=%s event=%s",
                broker, news.brokerOrderId(), adopted ? "adopted" : "unclaimed");
        return adopted;
    }

    /** Tells orders of ours of orphans that are theirs after all. */
    Tally attach(BrokerId broker) {
        Tally tally = Tally.NONE;
        for (Orphan orphan : orphans.all(broker)) {
            Optional<OrderId> order = book.findByAlias(broker, orphan.brokerOrderId());
            if (order.isPresent()) {
                OrderEvent event = new OrderEvent.Executed(orphan.execution());
                var _ = book.apply(order.get(), event, "reconcile");
                LOG.infof(
                        "order=%s broker=%s event=attached exec=%s",
                        order.get(), broker, orphan.execId());
                tally = tally.plus(Tally.Outcome.MOVED);
            }
        }
        for (ExternalOrder external : orphans.orders(broker)) {
            if (book.findByAlias(broker, external.id()).isPresent()) {
                orphans.forget(broker, external.id());
            }
        }
        return tally;
    }

    private boolean adopt(BrokerId broker, BrokerOrderId order, Execution execution) {
        Optional<AccountRecord> home = accounts.homeOfOrphans(broker);
        home.ifPresent(record -> {
            PositionId position =
                    new PositionId(record.tenant(), record.account(), broker, execution.symbol());
            // Whether now or before, it is booked.
            var _ = orphans.adopt(new Orphan(position, order, execution, false), clock.instant());
        });
        return home.isPresent();
    }

    private static ExternalOrder external(
            BrokerId broker, BrokerOrderId order, OrderEvent.Reported word) {
        return new ExternalOrder(
                broker, order, word.status(), word.cumQty().orElse(Quantity.NONE), word.at());
    }
}
