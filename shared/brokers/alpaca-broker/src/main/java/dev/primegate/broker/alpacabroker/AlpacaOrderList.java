package dev.primegate.broker.alpacabroker;

import dev.primegate.broker.Fetched;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.broker.kit.Replies;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Alpaca's list of orders to its end, or says that it could not be read. */
final class AlpacaOrderList {
    /** As many as it gives at once. */
    static final int PAGE = 500;

    private static final int MOST_PAGES = 100;

    /** A page begins after a time, and several orders may have the same: so it begins before it. */
    private static final long STEP_NANOS = 1_000;

    private final AlpacaCalls calls;

    AlpacaOrderList(AlpacaCalls calls) {
        this.calls = calls;
    }

    /** Every order that was submitted after {@code from}, whatever became of it. */
    Fetched<List<AlpacaMessages.Order>> since(Instant from) {
        Map<String, AlpacaMessages.Order> all = new LinkedHashMap<>();
        Optional<Instant> askedAt = Optional.empty();
        Instant after = from;
        for (int page = 1; page <= MOST_PAGES; page++) {
            switch (Replies.one(
                    calls.orders(after.toString(), PAGE), AlpacaMessages.Orders.class)) {
                case Fetched.Failed<AlpacaMessages.Orders>(String why) -> {
                    return new Fetched.Failed<>("page %d: %s".formatted(page, why));
                }
                case Fetched.Whole<AlpacaMessages.Orders>(var orders, Instant at) -> {
                    askedAt = askedAt.or(() -> Optional.of(at));
                    try {
                        Instant last = add(orders.all(), all);
                        if (orders.all().size() < PAGE) {
                            return new Fetched.Whole<>(
                                    List.copyOf(all.values()), askedAt.orElseThrow());
                        }
                        Instant next = last.minusNanos(STEP_NANOS);
                        if (!next.isAfter(after)) {
                            return new Fetched.Failed<>("more than a page in one moment");
                        }
                        after = next;
                    } catch (UnreadableException e) {
                        return new Fetched.Failed<>("page %d: %s".formatted(page, e.getMessage()));
                    }
                }
            }
        }
        return new Fetched.Failed<>("more than %d pages".formatted(MOST_PAGES));
    }

    /** Adds a page; when its last order was submitted. */
    private static Instant add(
            List<AlpacaMessages.Order> page, Map<String, AlpacaMessages.Order> all) {
        Instant last = Instant.MIN;
        for (AlpacaMessages.Order order : page) {
            Instant submitted = AlpacaMapping.time("submitted_at", order.submittedAt());
            if (submitted.isBefore(last)) {
                throw AlpacaMapping.unreadable("it is not in order");
            }
            last = submitted;
            all.put(AlpacaMapping.orderId(order.id()).text(), order);
        }
        return last;
    }
}
