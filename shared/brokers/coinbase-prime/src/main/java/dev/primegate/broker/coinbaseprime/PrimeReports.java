package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Evidence;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.OrderReports;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Execution;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions from Prime's records. Prime has no lookup by client order id, and its history
 * leaves out what is open: so the open orders first, then the history from before the order was
 * signed. In that order, an order can leave the first list only into the second.
 */
@Singleton
class PrimeReports implements OrderReports {
    /** Our clock and Prime's may differ by this much before the order is refused anyway. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final PrimeCalls calls;
    private final PrimeMapping mapping;

    PrimeReports(PrimeCalls calls, SymbolMaster symbols) {
        this.calls = calls;
        this.mapping = new PrimeMapping(symbols);
    }

    @Override
    public BrokerId broker() {
        return PrimeMapping.BROKER;
    }

    @Override
    public Evidence lookup(Order order) {
        Optional<BrokerOrderId> known = order.progress().reports().brokerOrderId();
        return known.isPresent() ? byId(order, known.get()) : bySearch(order);
    }

    @Override
    public Fetched<List<Execution>> executions(Order order) {
        Optional<BrokerOrderId> id = order.progress().reports().brokerOrderId();
        return id.isPresent()
                ? executions(id.get())
                : new Fetched.Failed<>("the broker's id of the order is not known");
    }

    @Override
    public Fetched<List<BrokerNews>> executionsSince(Instant from) {
        return switch (PrimePages.all(
                cursor -> calls.fills(from, cursor),
                PrimeMessages.Fills.class,
                PrimeMessages.Fills::fills,
                PrimeMessages.Fills::pagination)) {
            case Fetched.Failed<List<PrimeMessages.Fill>>(String why) -> new Fetched.Failed<>(why);
            case Fetched.Whole<List<PrimeMessages.Fill>>(var fills, Instant at) ->
                    new Fetched.Whole<>(fills.stream().map(this::news).toList(), at);
        };
    }

    private Evidence byId(Order order, BrokerOrderId id) {
        return switch (PrimePages.one(calls.order(id.text()), PrimeMessages.OneOrder.class)) {
            case Fetched.Failed<PrimeMessages.OneOrder>(String why) ->
                    new Evidence.Inconclusive(why);
            case Fetched.Whole<PrimeMessages.OneOrder>(var one, Instant at) ->
                    one.order() == null
                            ? new Evidence.Inconclusive("answered without an order")
                            : found(order, one.order(), at);
        };
    }

    private Evidence bySearch(Order order) {
        // A clock reading from before the first list was asked for: absence is judged by it.
        Fetched<PrimeMessages.Products> before =
                PrimePages.one(calls.products(1, null), PrimeMessages.Products.class);
        if (!(before instanceof Fetched.Whole<PrimeMessages.Products>(_, Instant askedAt))) {
            return new Evidence.Inconclusive("Prime's clock cannot be read: " + before);
        }
        Search open = search(order, "open orders", allOpen());
        if (open.end.isPresent()) {
            return open.end.get();
        }
        Search history = search(order, "history", historySince(order.attempt().signedAt()));
        return history.end.orElseGet(() ->
                new Evidence.Absent(
                        "in neither of %d open orders and %d orders since %s less %ds"
                                .formatted(
                                        open.size,
                                        history.size,
                                        order.attempt().signedAt(),
                                        SKEW.toSeconds()),
                        askedAt));
    }

    private Fetched<List<PrimeMessages.Order>> allOpen() {
        return PrimePages.all(
                cursor -> calls.openOrders(),
                PrimeMessages.Orders.class,
                PrimeMessages.Orders::orders,
                PrimeMessages.Orders::pagination);
    }

    /** Asked for oldest first; a list in another order may have hidden some behind its cursor. */
    private Fetched<List<PrimeMessages.Order>> historySince(Instant signedAt) {
        Fetched<List<PrimeMessages.Order>> all =
                PrimePages.all(
                        cursor -> calls.orders(signedAt.minus(SKEW), cursor),
                        PrimeMessages.Orders.class,
                        PrimeMessages.Orders::orders,
                        PrimeMessages.Orders::pagination);
        try {
            return all instanceof Fetched.Whole<List<PrimeMessages.Order>>(var orders, _)
                            && !isOldestFirst(orders)
                    ? new Fetched.Failed<>("out of order")
                    : all;
        } catch (UnreadableException e) {
            return new Fetched.Failed<>(String.valueOf(e.getMessage()));
        }
    }

    /** By the times, not by their spelling: 10:00:05Z is before 10:00:05.1Z. */
    static boolean isOldestFirst(List<PrimeMessages.Order> orders) {
        Instant last = Instant.MIN;
        for (PrimeMessages.Order order : orders) {
            Instant createdAt = PrimeMapping.time(order.createdAt());
            if (createdAt.isBefore(last)) {
                return false;
            }
            last = createdAt;
        }
        return true;
    }

    private Search search(Order order, String list, Fetched<List<PrimeMessages.Order>> fetched) {
        return switch (fetched) {
            case Fetched.Failed<List<PrimeMessages.Order>>(String why) ->
                    new Search(0, Optional.of(new Evidence.Inconclusive(list + ": " + why)));
            case Fetched.Whole<List<PrimeMessages.Order>>(var orders, Instant at) ->
                    new Search(
                            orders.size(),
                            orders.stream()
                                    .filter(o -> order.id().text().equals(o.clientOrderId()))
                                    .findFirst()
                                    .map(found -> found(order, found, at)));
        };
    }

    private Evidence found(Order order, PrimeMessages.Order found, Instant at) {
        try {
            OrderEvent.Reported reported = PrimeMapping.reported(found, at);
            BrokerOrderId id = reported.brokerOrderId().orElseThrow();
            List<BrokerNews> news = new ArrayList<>();
            news.add(
                    new BrokerNews.OfOrder(
                            Optional.of(order.id()), id, reported, "lookup/" + id + "/" + at));
            boolean filled = reported.cumQty().filter(q -> !q.isNone()).isPresent();
            if (filled && executions(id) instanceof Fetched.Whole<List<Execution>>(var all, _)) {
                all.forEach(e ->
                        news.add(
                                new BrokerNews.OfOrder(
                                        Optional.of(order.id()),
                                        id,
                                        new OrderEvent.Executed(e),
                                        e.id().text())));
            }
            return new Evidence.Found(List.copyOf(news));
        } catch (UnreadableException e) {
            return new Evidence.Inconclusive(String.valueOf(e.getMessage()));
        }
    }

    private Fetched<List<Execution>> executions(BrokerOrderId id) {
        return switch (PrimePages.all(
                cursor -> calls.orderFills(id.text(), cursor),
                PrimeMessages.Fills.class,
                PrimeMessages.Fills::fills,
                PrimeMessages.Fills::pagination)) {
            case Fetched.Failed<List<PrimeMessages.Fill>>(String why) -> new Fetched.Failed<>(why);
            case Fetched.Whole<List<PrimeMessages.Fill>>(var fills, Instant at) -> {
                try {
                    yield new Fetched.Whole<>(fills.stream().map(mapping::execution).toList(), at);
                } catch (UnreadableException e) {
                    yield new Fetched.Failed<>(String.valueOf(e.getMessage()));
                }
            }
        };
    }

    private BrokerNews news(PrimeMessages.Fill fill) {
        try {
            Execution execution = mapping.execution(fill);
            return new BrokerNews.OfOrder(
                    Optional.empty(),
                    PrimeMapping.orderId(fill.orderId()),
                    new OrderEvent.Executed(execution),
                    execution.id().text());
        } catch (UnreadableException e) {
            return new BrokerNews.Unreadable(
                    "fill/" + fill.id(),
                    Answer.clip(fill.toString()),
                    String.valueOf(e.getMessage()),
                    Optional.ofNullable(fill.orderId()).map(BrokerOrderId::new));
        }
    }

    /** What a list told: how long it was, and whether it ended the search. */
    private record Search(int size, Optional<Evidence> end) {}
}
