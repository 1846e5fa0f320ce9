package dev.primegate.reconcile;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderReports;
import dev.primegate.dynamodb.StoreParts;
import dev.primegate.instrument.SymbolMaster;
import java.time.Clock;
import java.util.List;

/** The product's reconcile function, put together by hand. */
public final class ReconcileParts {
    private ReconcileParts() {}

    public static ReconcileHandler over(
            StoreParts store, List<OrderReports> reports, SymbolMaster symbols, Clock clock) {
        Brokers<OrderReports> brokers = new Brokers<>(reports);
        AskBroker ask = new AskBroker(brokers, store.book());
        return new ReconcileHandler(
                new CheckOrders(
                        store.book(),
                        store.query(),
                        new SettleDoubt(ask, store.book(), clock),
                        new FetchMissing(ask, store.book(), store.alerts(), clock),
                        new HeedFeed(store.leases(), clock),
                        store.alerts(),
                        clock),
                new RetryParked(
                        brokers,
                        store.inbox(),
                        store.book(),
                        store.query(),
                        new AdoptOrphans(
                                store.orphans(),
                                store.accounts(),
                                store.book(),
                                store.alerts(),
                                clock),
                        clock),
                new CompareProducts(new Brokers<>(List.of()), symbols, store.alerts(), clock),
                new WatchMargin(
                        new Brokers<>(List.of()),
                        store.margins(),
                        store.halts(),
                        store.alerts(),
                        clock),
                new WatchFeeds(new Brokers<>(List.of()), store.leases(), store.alerts(), clock),
                clock);
    }
}
