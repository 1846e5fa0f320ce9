package dev.primegate.dynamodb;

import dev.primegate.audit.HistoryEntry;
import dev.primegate.book.Due;
import dev.primegate.book.OrderQuery;
import dev.primegate.order.Account;
import dev.primegate.order.Execution;
import dev.primegate.order.Order;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Tenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Questions to the book. An index finds; what is answered is read by key. */
@Singleton
class DynamoOrderQuery implements OrderQuery {
    /** How far back a filtered list looks, so that a rare status cannot read the whole table. */
    private static final int SCANNED = 1_000;

    private final Table table;

    DynamoOrderQuery(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return table.get(Key.order(id)).map(OrderItem::read);
    }

    @Override
    public List<HistoryEntry> history(OrderId id) {
        return table.query(Key.order(id).pk(), "H#").stream().map(HistoryItem::read).toList();
    }

    @Override
    public List<Execution> executions(OrderId id) {
        return table.query(Key.order(id).pk(), "F#").stream().map(ExecutionItem::read).toList();
    }

    @Override
    public List<Order> list(
            Tenant tenant, Account account, Optional<OrderStatus> status, int limit) {
        List<Key> keys =
                table.queryIndex(
                        QueryRequest.builder()
                                .indexName("list")
                                .scanIndexForward(false)
                                .limit(status.isPresent() ? SCANNED : limit)
                                .keyConditionExpression("listPk = :account")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":account",
                                                AttributeValue.fromS(
                                                        OrderItem.listPk(tenant, account)))));
        Map<Key, Item> items = table.getAll(keys);
        return keys.stream()
                .map(items::get)
                .filter(Objects::nonNull)
                .map(OrderItem::read)
                .filter(order -> status.isEmpty() || status.get() == order.status())
                .limit(limit)
                .toList();
    }

    /** The due index holds every open order, because none is ever without a date. */
    @Override
    public List<Order> open() {
        List<Key> keys = new ArrayList<>();
        for (Due.Duty duty : Due.Duty.values()) {
            for (int bucket = 0; bucket < OrderItem.DUE_BUCKETS; bucket++) {
                keys.addAll(
                        table.queryWholeIndex(
                                QueryRequest.builder()
                                        .indexName("due")
                                        .keyConditionExpression("duePk = :bucket")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":bucket",
                                                        AttributeValue.fromS(
                                                                OrderItem.duePk(duty, bucket))))));
            }
        }
        // While it moves, an index may tell of an item in two places.
        return table.getAll(keys.stream().distinct().toList()).values().stream()
                .map(OrderItem::read)
                .filter(order -> order.status().isOpen())
                .toList();
    }

    @Override
    public List<OrderId> due(Due.Duty duty, Instant now, int limit) {
        List<Key> keys = new ArrayList<>();
        for (int bucket = 0; bucket < OrderItem.DUE_BUCKETS; bucket++) {
            keys.addAll(
                    table.queryIndex(
                            QueryRequest.builder()
                                    .indexName("due")
                                    .limit(limit)
                                    .keyConditionExpression("duePk = :bucket AND dueAt <= :now")
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":bucket",
                                                    AttributeValue.fromS(
                                                            OrderItem.duePk(duty, bucket)),
                                                    ":now",
                                                    AttributeValue.fromS(Times.text(now))))));
        }
        return table.getAll(keys).values().stream()
                // The index may be behind: the order itself says whether it is due.
                .filter(item ->
                        item.optionalTime("dueAt").filter(at -> !at.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(item -> item.text("dueAt")))
                .limit(limit)
                .map(item -> OrderItem.read(item).id())
                .toList();
    }
}
