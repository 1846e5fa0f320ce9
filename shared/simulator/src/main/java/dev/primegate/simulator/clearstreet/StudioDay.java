package dev.primegate.simulator.clearstreet;

import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Fill;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.engine.Side;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The current trading day: its orders and trades are all that lists and sockets show. */
final class StudioDay {
    private final Map<String, Instant> moved = new ConcurrentHashMap<>();
    private final Engine engine;
    private final Session session;
    private final Clock clock;

    StudioDay(Engine engine, Session session, Clock clock) {
        this.engine = engine;
        this.session = session;
        this.clock = clock;
    }

    Engine engine() {
        return engine;
    }

    Session session() {
        return session;
    }

    Instant now() {
        return clock.instant();
    }

    /** Notes that an order changed just now. */
    void note(Order order) {
        moved.put(order.id(), now());
    }

    Instant movedAt(Order order) {
        return moved.getOrDefault(order.id(), order.origin().createdAt());
    }

    /** Oldest first. */
    List<Order> orders() {
        return engine.orders().stream().filter(o -> isToday(o.origin().createdAt())).toList();
    }

    /** Oldest first. */
    List<Fill> trades() {
        return engine.fills().stream().filter(fill -> isToday(fill.at())).toList();
    }

    Order orderOf(Fill fill) {
        return engine.order(fill.orderId()).orElseThrow();
    }

    /** What was held of {@code symbol} after {@code last}, or is held now if there is none. */
    Decimal10 position(String symbol, String last) {
        Decimal10 position = Decimal10.ZERO;
        for (Fill fill : engine.fills()) {
            Order order = orderOf(fill);
            if (order.terms().instrument().id().equals(symbol)) {
                Decimal10 quantity = fill.trade().quantity();
                boolean buys = order.terms().side() == Side.BUY;
                position = position.plus(buys ? quantity : quantity.negated());
            }
            if (fill.id().equals(last)) {
                return position;
            }
        }
        return position;
    }

    private boolean isToday(Instant time) {
        return session.day(time).equals(session.day(now()));
    }
}
