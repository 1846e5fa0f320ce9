package dev.primegate.simulator.engine;

import dev.primegate.money.Decimal10;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders, fills and balances: what the journal adds up to. */
final class Book {
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, Order> live = new LinkedHashMap<>();
    private final Map<String, Instant> lastUse = new HashMap<>();
    private final Map<String, List<Fill>> fillsByOrder = new HashMap<>();
    private final List<Fill> fills = new ArrayList<>();
    private final Map<Instrument, Decimal10> pins = new LinkedHashMap<>();
    private final Balances balances = new Balances();
    private boolean manual;

    /** Takes {@code entry} in; the order it changed, if it is about one. */
    Optional<Order> apply(Entry entry) {
        return switch (entry) {
            case Entry.Accepted(Order order) -> Optional.of(accepted(order));
            case Entry.Moved(String id, Status status, String reason) ->
                    Optional.of(keep(order(id).with(status, reason)));
            case Entry.Woken(String id) -> Optional.of(keep(order(id).awakened()));
            case Entry.Cancelling(String id) -> Optional.of(keep(order(id).cancelling()));
            case Entry.Filled(Fill fill, Status status) -> Optional.of(filled(fill, status));
            case Entry.Pinned(Instrument instrument, Decimal10 price) -> {
                pins.put(instrument, price);
                yield Optional.empty();
            }
            case Entry.Manual(boolean on) -> {
                manual = on;
                yield Optional.empty();
            }
        };
    }

    /** An order that is known to be here. */
    Order order(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no order " + id));
    }

    Optional<Order> find(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** All orders, oldest first. */
    Collection<Order> orders() {
        return orders.values();
    }

    /** The pending and open ones, oldest first. */
    Collection<Order> live() {
        return live.values();
    }

    /** When an order with this client id was last accepted. */
    Optional<Instant> lastUse(String clientId) {
        return Optional.ofNullable(lastUse.get(clientId));
    }

    List<Fill> fills() {
        return fills;
    }

    List<Fill> fillsOf(String orderId) {
        return fillsByOrder.getOrDefault(orderId, List.of());
    }

    Balances balances() {
        return balances;
    }

    /** Prices that were set by hand. */
    Map<Instrument, Decimal10> pins() {
        return pins;
    }

    /** Whether nothing fills by itself. */
    boolean isManual() {
        return manual;
    }

    private Order accepted(Order order) {
        lastUse.put(order.origin().clientId(), order.origin().createdAt());
        return keep(order);
    }

    private Order filled(Fill fill, Status status) {
        Order before = order(fill.orderId());
        fills.add(fill);
        fillsByOrder.computeIfAbsent(fill.orderId(), id -> new ArrayList<>()).add(fill);
        balances.apply(before.terms(), fill);
        return keep(before.with(fill).with(status, before.stage().reason()));
    }

    private Order keep(Order order) {
        orders.put(order.id(), order);
        if (order.status().isLive()) {
            live.put(order.id(), order);
        } else {
            live.remove(order.id());
        }
        return order;
    }
}
