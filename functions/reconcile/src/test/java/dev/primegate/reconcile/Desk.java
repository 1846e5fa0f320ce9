package dev.primegate.reconcile;

import static dev.primegate.reconcile.PaperRecords.PAPER;

import dev.primegate.alert.Alert;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Brokers;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The whole room on books in memory, with a clock that a test moves. */
final class Desk {
    static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    final SettableClock clock = new SettableClock(START);
    final MemoryBooks books = new MemoryBooks(clock);
    final PaperRecords broker = new PaperRecords();

    final SilentFeed feed = new SilentFeed();

    private final ReconcileHandler handler;

    Desk() {
        AskBroker ask = new AskBroker(new Brokers<>(List.of(broker)), books.book());
        handler =
                new ReconcileHandler(
                        new CheckOrders(
                                books.book(),
                                books.query(),
                                new SettleDoubt(ask, books.book(), clock),
                                new FetchMissing(ask, books.book(), books, clock),
                                new HeedFeed(books.leases(), clock),
                                books,
                                clock),
                        new RetryParked(
                                new Brokers<>(List.of(broker)),
                                books.inbox(),
                                books.book(),
                                books.query(),
                                new AdoptOrphans(
                                        books.orphans(),
                                        books.accounts(),
                                        books.book(),
                                        books,
                                        clock),
                                clock),
                        new CompareProducts(
                                new Brokers<>(List.of(broker)),
                                SymbolMaster.standard(),
                                books,
                                clock),
                        new WatchMargin(
                                new Brokers<>(List.of(broker)),
                                books.margins(),
                                books.halts(),
                                books,
                                clock),
                        new WatchFeeds(new Brokers<>(List.of(feed)), books.leases(), books, clock),
                        clock);
    }

    /** An order that was admitted, and of whose send nothing was recorded. */
    NewOrder admitted(String clOrdId) {
        NewOrder order = Requests.buy(clOrdId, "1");
        var _ =
                books.book()
                        .admit(
                                Requests.routed(
                                        Requests.intent(
                                                order,
                                                "owner of " + clOrdId,
                                                Requests.wide(),
                                                clock.instant()),
                                        PAPER));
        return order;
    }

    NewOrder heard(String clOrdId, OrderEvent... events) {
        NewOrder order = admitted(clOrdId);
        for (OrderEvent event : events) {
            var _ = books.book().apply(order.id(), event, "test");
        }
        return order;
    }

    Tally run(Job.Kind job) {
        return handler.run(job, Instant.MAX);
    }

    Tally runAfter(Duration pause) {
        clock.advance(pause);
        return run(Job.Kind.ORDERS);
    }

    Order find(NewOrder order) {
        return books.query().find(order.id()).orElseThrow();
    }

    List<String> rules() {
        return books.alerts().stream().map(Alert::rule).sorted().toList();
    }

    static BrokerNews.OfOrder news(NewOrder order, String brokerOrderId, OrderEvent event) {
        return new BrokerNews.OfOrder(
                Optional.of(order.id()),
                new BrokerOrderId(brokerOrderId),
                event,
                "e" + event.hashCode());
    }
}
