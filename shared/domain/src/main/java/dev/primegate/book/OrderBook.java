package dev.primegate.book;

import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Admission;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import dev.primegate.order.Transition;
import java.time.Instant;
import java.util.Optional;

/** Our book of orders: the one place where orders are written down and changed. */
public interface OrderBook {
    /**
     * Writes an order down and takes its headroom, both or neither.
     *
     * <p>Asked again by the same owner it answers {@link Admission.Admitted} again, so that a lost
     * reply of the store does not lose the order; asked by anybody else it answers {@link
     * Admission.Known}. It never decides from a reading that may be stale.
     */
    Admission admit(Intent intent);

    /**
     * Sends an admitted order another way: its next attempt, its other broker and the bytes for it
     * are written before they are sent, in one transaction. Only if it still stands as it was
     * admitted, and nothing halts it on its new way; its headroom stays as it is.
     *
     * <p>Anything but {@link Admission.Admitted} forbids the send: {@link Admission.Known} is the
     * order, which has moved; {@link Admission.Busy} leaves open whether it was written.
     *
     * @param unsent as it was admitted; it provably never left
     * @param again the intent with {@link dev.primegate.order.Order#rerouted}
     * @param why it never left
     */
    Admission reroute(Admission.Admitted unsent, Intent again, String by, String why);

    /**
     * Tells the order some news and writes what follows, all of it or nothing: the order, its
     * history, the execution, headroom, position and alerts.
     *
     * <p>The only way an order changes, whoever brings the news. News told twice is {@link
     * Transition.Unchanged}.
     *
     * @param by who brings it, for the history
     * @throws UnknownOrderException if there is no such order
     */
    Transition apply(OrderId id, OrderEvent event, String by);

    /**
     * As {@link #apply(OrderId, OrderEvent, String)}, for who has just admitted the order: it need
     * not be read again, unless other news of it came first.
     */
    default Transition apply(Admission.Admitted admitted, OrderEvent event, String by) {
        return apply(admitted.order().id(), event, by);
    }

    /** The order that {@code broker} knows under {@code id}, once it has told us so. */
    Optional<OrderId> findByAlias(BrokerId broker, BrokerOrderId id);

    /** Sets what is done for the order next; does nothing if it ended or moved meanwhile. */
    void postpone(OrderId id, long version, Due next);

    /** Notes a refusal, for the record; takes no identity and no headroom. */
    void note(NewOrder refused, Denial denial, Instant at);

    /** No order has this id. */
    final class UnknownOrderException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public UnknownOrderException(OrderId id) {
            super("no order " + id);
        }
    }
}
