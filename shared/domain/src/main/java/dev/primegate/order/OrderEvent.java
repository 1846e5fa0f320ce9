package dev.primegate.order;

import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Quantity;
import java.time.Instant;
import java.util.Optional;

/** One piece of news about an order, in our words. Brokers' words stop at their mapping. */
public sealed interface OrderEvent {
    /** When it happened, as far as the teller knows. */
    Instant at();

    /** A trade. */
    record Executed(Execution execution) implements OrderEvent {
        @Override
        public Instant at() {
            return execution.transactTime();
        }
    }

    /** A trade was annulled, or corrected by another. */
    record Busted(ExecId execId, Instant at, String reason) implements OrderEvent {}

    /**
     * What the broker says of the order: an opinion, to which the order yields.
     *
     * @param status the broker's word in ours; {@code PENDING_NEW} means received, not yet working
     * @param cumQty its cumulative quantity: evidence of fills, never booked
     */
    record Reported(
            OrderStatus status,
            Optional<BrokerOrderId> brokerOrderId,
            Optional<Quantity> cumQty,
            Instant at,
            Optional<String> text)
            implements OrderEvent {
        public Reported {
            if (status == OrderStatus.UNKNOWN || status.deniesTheOrderLived()) {
                throw new IllegalArgumentException("no broker reports " + status);
            }
        }
    }

    /** It was sent and what came of it is not known. */
    record Doubted(Instant at, String doubt) implements OrderEvent {}

    /** It provably never left. */
    record NotSent(Instant at, String reason) implements OrderEvent {}

    /**
     * The broker proves that it has no such order.
     *
     * @param broker which; of an order that went elsewhere since it proves nothing
     */
    record NeverArrived(Instant at, BrokerId broker, String proof) implements OrderEvent {}

    /** Somebody here asked for its end. */
    record CancelRequested(Instant at, String by) implements OrderEvent {}

    /** The broker refused to cancel it. */
    record CancelRefused(Instant at, String reason) implements OrderEvent {}
}
