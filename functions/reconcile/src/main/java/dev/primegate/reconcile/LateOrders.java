package dev.primegate.reconcile;

import dev.primegate.book.OrderQuery;
import dev.primegate.broker.AccountMaster;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Order;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The orders of late, broker by broker: of the accounts that the account master knows. */
@Singleton
class LateOrders {
    private final AccountMaster accounts;
    private final OrderQuery query;

    LateOrders(AccountMaster accounts, OrderQuery query) {
        this.accounts = accounts;
        this.query = query;
    }

    /** The latest of each account, at most {@code each}; what is newest may be missing yet. */
    Map<BrokerId, List<Order>> latest(int each) {
        return byBroker(latestOrders(each));
    }

    /** Those, and every open order however old. */
    Map<BrokerId, List<Order>> latestAndOpen(int each) {
        return byBroker(Stream.concat(latestOrders(each), query.open().stream()));
    }

    private Stream<Order> latestOrders(int each) {
        return accounts.all().stream()
                .flatMap(account ->
                        query
                                .list(account.tenant(), account.account(), Optional.empty(), each)
                                .stream());
    }

    private static Map<BrokerId, List<Order>> byBroker(Stream<Order> orders) {
        return orders.collect(
                Collectors.groupingBy(
                        order -> order.route().broker(),
                        () -> new TreeMap<>(Comparator.comparing(BrokerId::name)),
                        Collectors.toList()));
    }
}
