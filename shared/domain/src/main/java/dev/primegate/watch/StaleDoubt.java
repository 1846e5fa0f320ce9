package dev.primegate.watch;

import dev.primegate.alert.Rule;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Order;
import dev.primegate.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether asking has not settled a doubt that it should have settled. */
public final class StaleDoubt {
    /** After the fence: two runs of the job that asks. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private StaleDoubt() {}

    /** Judges one broker's orders. */
    public static Optional<Trouble> judge(BrokerId broker, Collection<Order> orders, Instant now) {
        List<Order> stale =
                orders.stream()
                        .filter(order -> order.status() == OrderStatus.UNKNOWN)
                        .filter(order -> !now.isBefore(order.attempt().fence().plus(LONGEST)))
                        .sorted(Comparator.comparing(order -> order.attempt().fence()))
                        .toList();
        return stale.stream().findFirst().map(oldest -> trouble(broker, oldest, stale.size()));
    }

    private static Trouble trouble(BrokerId broker, Order oldest, int count) {
        return Trouble.of(
                Rule.ORDER_DOUBT_OLD,
                broker.name(),
                "%d orders at %s are in doubt after their fence; the oldest is %s"
                        .formatted(count, broker, oldest.id()),
                Map.of(
                        "broker", broker.name(),
                        "orderId", oldest.id().text(),
                        "fence", oldest.attempt().fence().toString()));
    }
}
