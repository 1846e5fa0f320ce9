package dev.primegate.broker;

import dev.primegate.order.Execution;
import dev.primegate.order.Order;
import java.time.Instant;
import java.util.List;

/** Answers questions about orders from a broker's records. */
public interface OrderReports extends BrokerRole {
    /** Looks for an order by everything the broker's records offer. */
    Evidence lookup(Order order);

    /** Every execution of an order that the broker knows. */
    Fetched<List<Execution>> executions(Order order);

    /** Everything that was executed since {@code from}: what a feed may have missed. */
    Fetched<List<BrokerNews>> executionsSince(Instant from);
}
