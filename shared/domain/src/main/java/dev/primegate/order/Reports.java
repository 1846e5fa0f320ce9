package dev.primegate.order;

import dev.primegate.money.Quantity;
import java.time.Instant;
import java.util.Optional;

/**
 * What the broker has said of an order: opinions, each the highest or latest of its kind.
 *
 * @param cumQty its highest cumulative quantity
 * @param workingSince when it last called the order working
 * @param replacingSince when it last called the order in replacement
 */
public record Reports(
        Optional<BrokerOrderId> brokerOrderId,
        Quantity cumQty,
        Optional<Instant> workingSince,
        Optional<Instant> replacingSince) {
    public static final Reports NONE =
            new Reports(Optional.empty(), Quantity.NONE, Optional.empty(), Optional.empty());

    Reports plus(OrderEvent.Reported news) {
        return new Reports(
                brokerOrderId.or(news::brokerOrderId),
                cumQty.max(news.cumQty().orElse(Quantity.NONE)),
                isWorking(news.status()) ? latest(workingSince, news.at()) : workingSince,
                news.status() == OrderStatus.PENDING_REPLACE
                        ? latest(replacingSince, news.at())
                        : replacingSince);
    }

    boolean isReplacing() {
        return replacingSince.isPresent()
                && workingSince.filter(w -> w.isAfter(replacingSince.get())).isEmpty();
    }

    private static boolean isWorking(OrderStatus status) {
        return switch (status) {
            case NEW, PARTIALLY_FILLED, PENDING_CANCEL, PENDING_REPLACE -> true;
            case PENDING_NEW,
                    UNKNOWN,
                    FILLED,
                    CANCELED,
                    REJECTED,
                    EXPIRED,
                    DONE_FOR_DAY,
                    NOT_SENT,
                    NEVER_ARRIVED ->
                    false;
        };
    }

    private static Optional<Instant> latest(Optional<Instant> known, Instant at) {
        return Optional.of(known.filter(k -> k.isAfter(at)).orElse(at));
    }
}
