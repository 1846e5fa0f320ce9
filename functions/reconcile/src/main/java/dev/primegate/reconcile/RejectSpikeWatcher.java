package dev.primegate.reconcile;

import dev.primegate.alert.Rule;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Order;
import dev.primegate.watch.Rejects;
import dev.primegate.watch.Trouble;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks whether a broker suddenly rejects more than it did. */
@Singleton
class RejectSpikeWatcher implements Watcher {
    private static final Duration NOW = Duration.ofMinutes(5);
    private static final Duration BEFORE = Duration.ofHours(1);

    /** Of each account: what is usual is read only when the latest look bad. */
    private static final int LATEST = 200;

    private static final int MANY = 1_000;

    private final LateOrders orders;

    RejectSpikeWatcher(LateOrders orders) {
        this.orders = orders;
    }

    @Override
    public Rule rule() {
        return Rule.REJECT_SPIKE;
    }

    @Override
    public List<Trouble> look(Instant now) {
        return orders.latest(LATEST).entrySet().stream()
                .flatMap(at -> judge(at.getKey(), at.getValue(), now).stream())
                .toList();
    }

    private Optional<Trouble> judge(BrokerId broker, List<Order> latest, Instant now) {
        Rejects rejects = Rejects.of(between(latest, now.minus(NOW), now.plus(NOW)));
        return Optional.of(rejects)
                .filter(Rejects::isHigh)
                .filter(high -> high.isSpikeOver(usual(broker, now)))
                .map(spike -> trouble(broker, spike));
    }

    private Rejects usual(BrokerId broker, Instant now) {
        List<Order> many = orders.latest(MANY).getOrDefault(broker, List.of());
        Instant until = now.minus(NOW);
        return Rejects.of(between(many, until.minus(BEFORE), until));
    }

    private static List<Order> between(List<Order> orders, Instant from, Instant until) {
        return orders.stream()
                .filter(order -> !order.transactTime().isBefore(from))
                .filter(order -> order.transactTime().isBefore(until))
                .toList();
    }

    private static Trouble trouble(BrokerId broker, Rejects spike) {
        return Trouble.of(
                Rule.REJECT_SPIKE,
                broker.name(),
                "%s rejected %d of the latest %d orders"
                        .formatted(broker, spike.rejected(), spike.orders()),
                Map.of(
                        "broker", broker.name(),
                        "orders", Integer.toString(spike.orders()),
                        "rejected", Integer.toString(spike.rejected())));
    }
}
