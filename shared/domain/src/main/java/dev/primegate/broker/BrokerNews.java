package dev.primegate.broker;

import dev.primegate.instrument.Symbol;
import dev.primegate.money.Price;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import java.time.Instant;
import java.util.Optional;

/** One thing a broker told us, in our words. */
public sealed interface BrokerNews {
    /**
     * About an order.
     *
     * @param orderId our id of it, when the broker repeats it
     * @param eventId tells this news from any other of the broker; the same when it is sent again
     */
    record OfOrder(
            Optional<OrderId> orderId,
            BrokerOrderId brokerOrderId,
            OrderEvent event,
            String eventId)
            implements BrokerNews {}

    /** The best prices of an instrument. */
    record OfMarket(Symbol symbol, Price bid, Price offer, Instant at) implements BrokerNews {}

    /**
     * Something we cannot read. It is kept and told, never guessed.
     *
     * @param order the order it is about, as far as that can be read
     */
    record Unreadable(String eventId, String raw, String why, Optional<BrokerOrderId> order)
            implements BrokerNews {}
}
