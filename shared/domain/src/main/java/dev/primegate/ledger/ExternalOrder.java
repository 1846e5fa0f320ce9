package dev.primegate.ledger;

import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Quantity;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.OrderStatus;
import java.time.Instant;

/**
 * An order in our account at a broker that did not come from here: placed at its desk or screen.
 *
 * @param status what the broker last said of it
 * @param cumQty what the broker counts; its trades are {@link Orphan}s
 * @param at when that was
 */
public record ExternalOrder(
        BrokerId broker, BrokerOrderId id, OrderStatus status, Quantity cumQty, Instant at) {}
