package dev.primegate.simulation;

import dev.primegate.book.OrderQuery;
import dev.primegate.dynamodb.StoreParts;
import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Watches how far feeds were read, and judges whether each execution is booked exactly once. */
final class FeedAudit {
    private final Map<OrderId, Set<String>> executed = new LinkedHashMap<>();
    private final Map<OrderId, Decimal10> standing = new LinkedHashMap<>();
    private final Holdings holdings = new Holdings();
    private final Map<String, OrderId> hooked = new TreeMap<>();
    private final Set<String> acknowledged = new TreeSet<>();
    private final List<String> findings = new ArrayList<>();
    private String cursor = "";
    private long fence;
    private long lost;
    private long wrong;

    Holdings holdings() {
        return holdings;
    }

    void executed(NewOrder order, BrokerId broker, Execution execution) {
        executed.computeIfAbsent(order.id(), _ -> new TreeSet<>()).add(execution.id().text());
        standing.merge(order.id(), execution.lastQty().amount(), Decimal10::plus);
        holdings.traded(order, broker, execution);
    }

    void undone(NewOrder order, BrokerId broker, Execution execution) {
        standing.merge(order.id(), execution.lastQty().amount().negated(), Decimal10::plus);
        holdings.undone(order, broker, execution);
    }

    /** This message told of that order. */
    void told(String message, NewOrder order) {
        hooked.put(message, order.id());
    }

    /** The sender of {@code message} was told that it need not send it again. */
    void acknowledged(String message) {
        acknowledged.add(message);
    }

    /** An item was written. */
    void written(Map<String, AttributeValue> item) {
        AttributeValue key = item.get("pk");
        if (key == null || !key.s().startsWith("CUR#")) {
            return;
        }
        long number = Long.parseLong(item.getOrDefault("fence", AttributeValue.fromN("0")).n());
        if (number < fence) {
            wrong("lease %d came after %d".formatted(number, fence));
        }
        fence = number;
        AttributeValue until = item.get("readUntil");
        if (until != null && !until.s().equals(cursor)) {
            String by = item.getOrDefault("readBy", AttributeValue.fromN("0")).n();
            if (until.s().compareTo(cursor) < 0) {
                wrong("the cursor moved back from %s to %s".formatted(cursor, until.s()));
            }
            if (Long.parseLong(by) != number) {
                wrong("lease %s moved the cursor that is %d's".formatted(by, number));
            }
            cursor = until.s();
        }
    }

    Result judge(
            StoreParts store, List<Map<String, AttributeValue>> items, List<Throwable> failures) {
        executed.forEach((order, expected) -> judge(order, expected, store.query()));
        holdings.judge(store.ledger(), items).forEach(this::wrong);
        failures.forEach(failure -> wrong("a task failed: " + failure));
        return new Result(0, 0, lost, 0, wrong, 0, List.copyOf(findings));
    }

    private void judge(OrderId order, Set<String> expected, OrderQuery query) {
        Set<String> missing = new TreeSet<>(expected);
        for (Execution execution : query.executions(order)) {
            if (!missing.remove(execution.id().text())) {
                wrong("execution %s of %s never was".formatted(execution.id(), order));
            }
        }
        for (String one : missing) {
            lost++;
            findings.add(
                    "execution %s of %s is not booked%s"
                            .formatted(
                                    one,
                                    order,
                                    acknowledged.contains(one) && order.equals(hooked.get(one))
                                            ? ", though it was acknowledged"
                                            : ""));
        }
        Decimal10 quantity = query.find(order).orElseThrow().cumQty().amount();
        if (!quantity.equals(standing.get(order))) {
            wrong("order %s has %s of %s".formatted(order, quantity, standing.get(order)));
        }
    }

    private void wrong(String what) {
        wrong++;
        findings.add(what);
    }
}
