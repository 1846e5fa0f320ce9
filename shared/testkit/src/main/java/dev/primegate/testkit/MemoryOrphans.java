package dev.primegate.testkit;

import dev.primegate.alert.Alert;
import dev.primegate.alert.NewsAlerts;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.ExternalOrder;
import dev.primegate.ledger.Line;
import dev.primegate.ledger.Orphan;
import dev.primegate.ledger.Orphans;
import dev.primegate.ledger.Shift;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.ExecId;
import dev.primegate.order.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who holds each execution of a broker: an order, or nobody yet. */
final class MemoryOrphans implements Orphans {
    private final Map<String, OrderId> held = new TreeMap<>();
    private final Map<String, Orphan> orphans = new TreeMap<>();
    private final Map<String, ExternalOrder> orders = new TreeMap<>();
    private final MemoryLedger ledger;
    private final MemoryRisk risk;
    private final Map<String, Alert> alerts;

    MemoryOrphans(MemoryLedger ledger, MemoryRisk risk, Map<String, Alert> alerts) {
        this.ledger = ledger;
        this.risk = risk;
        this.alerts = alerts;
    }

    Optional<OrderId> holder(BrokerId broker, ExecId execution) {
        return Optional.ofNullable(held.get(key(broker, execution.text())));
    }

    Optional<Orphan> orphan(BrokerId broker, ExecId execution) {
        return Optional.ofNullable(orphans.get(key(broker, execution.text())));
    }

    /** The execution is this order's, from now on and for good. */
    void give(BrokerId broker, ExecId execution, OrderId order) {
        held.put(key(broker, execution.text()), order);
        orphans.remove(key(broker, execution.text()));
    }

    @Override
    public synchronized boolean adopt(Orphan orphan, Instant at) {
        String key = key(orphan.broker(), orphan.execId().text());
        if (held.containsKey(key) || orphans.containsKey(key)) {
            return false;
        }
        orphans.put(key, orphan);
        book(orphan.line());
        raise(NewsAlerts.adopted(orphan, at));
        return true;
    }

    @Override
    public synchronized boolean bust(BrokerId broker, ExecId execution, Instant at, String reason) {
        Optional<Orphan> found = orphan(broker, execution);
        found.filter(orphan -> !orphan.busted())
                .ifPresent(orphan -> {
                    orphans.put(key(broker, execution.text()), orphan.bust());
                    book(
                            new Line.Undone(
                                    orphan.home(),
                                    execution,
                                    at,
                                    Line.Undone.Why.BUSTED,
                                    Optional.of(orphan.execution())));
                    raise(NewsAlerts.busted(orphan, reason, at));
                });
        return found.isPresent();
    }

    @Override
    public synchronized List<Orphan> all(BrokerId broker) {
        return orphans.values().stream().filter(o -> o.broker().equals(broker)).toList();
    }

    @Override
    public synchronized void adopt(ExternalOrder order) {
        ExternalOrder old = orders.get(key(order.broker(), order.id().text()));
        if (old == null || order.at().isAfter(old.at())) {
            orders.put(key(order.broker(), order.id().text()), order);
        }
        if (old == null) {
            raise(NewsAlerts.external(order));
        }
    }

    @Override
    public synchronized List<ExternalOrder> orders(BrokerId broker) {
        return new ArrayList<>(
                orders.values().stream().filter(o -> o.broker().equals(broker)).toList());
    }

    @Override
    public synchronized void forget(BrokerId broker, BrokerOrderId order) {
        orders.remove(key(broker, order.text()));
    }

    private void book(Line line) {
        ledger.write(List.of(line));
        Shift.of(List.of(line)).forEach(risk::shift);
    }

    private void raise(Alert alert) {
        alerts.put(alert.id(), alert);
    }

    private static String key(BrokerId broker, String id) {
        return broker + "#" + id;
    }
}
