package dev.primegate.broker;

import dev.primegate.instrument.Instrument;
import dev.primegate.order.Admission;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import java.time.Instant;

/** Sends orders to a broker. */
public interface OrderGateway extends BrokerRole {
    /**
     * Builds and signs the broker's request, without any call to anybody.
     *
     * @param now becomes the signed time, from which the broker's window runs
     */
    Preparation prepare(NewOrder order, Instrument instrument, Instant now);

    /** How long the broker may still take a request after it was signed. */
    SubmitWindow window();

    /** How often the broker may be called; the caller of {@link #send} keeps to it, as a rule. */
    RateLimit rate();

    /**
     * Whether {@link #send} takes its place in the rate budget by itself, because one call may
     * carry many orders.
     */
    default boolean keepsRate() {
        return false;
    }

    /**
     * Sends the prepared bytes, once. Never sends again, whatever comes back.
     *
     * @param admitted the order, written down: without it there is nothing to send
     */
    SendOutcome send(Admission.Admitted admitted, Preparation.Prepared request);

    /** Asks the broker to cancel an order that it knows; may be asked again. */
    CancelOutcome cancel(Order order);
}
