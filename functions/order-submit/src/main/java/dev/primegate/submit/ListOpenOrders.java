package dev.primegate.submit;

import dev.primegate.book.OrderQuery;
import dev.primegate.order.Order;
import dev.primegate.order.OrderStatus;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lists what may still trade, doubt included, and how the latest orders went. */
@Singleton
class ListOpenOrders {
    private static final int LISTED = 200;
    private static final int LATEST = 100;

    private final OrderQuery query;

    ListOpenOrders(OrderQuery query) {
        this.query = query;
    }

    /** Of {@code caller}'s tenant and accounts, and nobody else's. */
    OpenOrders of(Caller caller) {
        List<Order> open =
                query.open().stream()
                        .filter(order -> isOf(caller, order))
                        .sorted(Comparator.comparing(Order::transactTime))
                        .toList();
        return new OpenOrders(
                open.stream().limit(LISTED).map(OrderView::of).toList(),
                open.size(),
                latest(caller));
    }

    private static boolean isOf(Caller caller, Order order) {
        return order.request().tenant().equals(caller.tenant())
                && caller.accounts().contains(order.request().account());
    }

    private List<OpenOrders.Tally> latest(Caller caller) {
        Map<String, List<Order>> byBroker =
                caller.accounts().stream()
                        .flatMap(account ->
                                query
                                        .list(caller.tenant(), account, Optional.empty(), LATEST)
                                        .stream())
                        .collect(
                                Collectors.groupingBy(
                                        order -> order.route().broker().name(),
                                        TreeMap::new,
                                        Collectors.toList()));
        return byBroker.entrySet().stream()
                .map(entry -> tally(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static OpenOrders.Tally tally(String broker, List<Order> orders) {
        long rejected =
                orders.stream().filter(order -> order.status() == OrderStatus.REJECTED).count();
        return new OpenOrders.Tally(broker, orders.size(), Math.toIntExact(rejected));
    }
}
