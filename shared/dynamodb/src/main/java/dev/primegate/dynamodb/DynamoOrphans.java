package dev.primegate.dynamodb;

import dev.primegate.alert.NewsAlerts;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.ExternalOrder;
import dev.primegate.ledger.Line;
import dev.primegate.ledger.Orphan;
import dev.primegate.ledger.Orphans;
import dev.primegate.money.Quantity;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.ExecId;
import dev.primegate.order.OrderStatus;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.Metric;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** What did not come from here, in the table. */
@Singleton
class DynamoOrphans implements Orphans {
    private final Table table;
    private final Transactions transactions;
    private final LedgerWrites writes;
    private final Meters meters;

    DynamoOrphans(Table table, Transactions transactions, LedgerWrites writes, Meters meters) {
        this.table = table;
        this.transactions = transactions;
        this.writes = writes;
        this.meters = meters;
    }

    @Override
    public boolean adopt(Orphan orphan, Instant at) {
        boolean booked =
                writes.write(
                        List.of(
                                ClaimItem.adopt(table.name(), orphan),
                                Write.put(
                                        table.name(),
                                        AlertItem.write(NewsAlerts.adopted(orphan, at)))),
                        List.of(orphan.line()));
        if (booked) {
            meters.count(Metric.FILLS, orphan.home().broker().name());
        }
        return booked;
    }

    /** Whoever else busts it, or gives it to its order, is as good. */
    @Override
    public boolean bust(BrokerId broker, ExecId execution, Instant at, String reason) {
        Optional<Orphan> found = table.get(Key.claim(broker, execution)).flatMap(ClaimItem::orphan);
        found.filter(orphan -> !orphan.busted()).ifPresent(orphan -> bust(orphan, at, reason));
        return found.isPresent();
    }

    @Override
    public List<Orphan> all(BrokerId broker) {
        List<Key> keys =
                table.queryWholeIndex(
                        QueryRequest.builder()
                                .indexName("list")
                                .keyConditionExpression("listPk = :orphans")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":orphans",
                                                AttributeValue.fromS(ClaimItem.listPk(broker)))));
        Map<Key, Item> items = table.getAll(keys.stream().distinct().toList());
        return keys.stream()
                .distinct()
                .map(items::get)
                .filter(Objects::nonNull)
                .flatMap(item -> ClaimItem.orphan(item).stream())
                .toList();
    }

    @Override
    public void adopt(ExternalOrder order) {
        Item item =
                Item.at(Key.external(order.broker(), order.id()))
                        .put("type", "EXTERNAL")
                        .put("ordStatus", order.status().name())
                        .put("cumQty", order.cumQty())
                        .put("lastSeen", order.at());
        Transactions.Result first =
                transactions.write(
                        List.of(
                                Write.putIfAbsent(table.name(), item),
                                Write.put(
                                        table.name(),
                                        AlertItem.write(NewsAlerts.external(order)))));
        if (first instanceof Transactions.Result.Busy(String why)) {
            throw new IllegalStateException("order " + order.id() + " cannot be noted: " + why);
        }
        var _ =
                table.putIf(
                        item,
                        "lastSeen < :at",
                        Map.of(),
                        Map.of(":at", AttributeValue.fromS(Times.text(order.at()))));
    }

    @Override
    public List<ExternalOrder> orders(BrokerId broker) {
        return table.query(Key.externals(broker)).stream()
                .map(item ->
                        new ExternalOrder(
                                broker,
                                new BrokerOrderId(item.text("sk")),
                                OrderStatus.valueOf(item.text("ordStatus")),
                                new Quantity(item.decimal("cumQty")),
                                item.time("lastSeen")))
                .toList();
    }

    @Override
    public void forget(BrokerId broker, BrokerOrderId order) {
        table.delete(Key.external(broker, order));
    }

    private void bust(Orphan orphan, Instant at, String reason) {
        var _ =
                writes.write(
                        List.of(
                                ClaimItem.bust(table.name(), orphan),
                                Write.put(
                                        table.name(),
                                        AlertItem.write(NewsAlerts.busted(orphan, reason, at)))),
                        List.of(
                                new Line.Undone(
                                        orphan.home(),
                                        orphan.execId(),
                                        at,
                                        Line.Undone.Why.BUSTED,
                                        Optional.of(orphan.execution()))));
    }
}
