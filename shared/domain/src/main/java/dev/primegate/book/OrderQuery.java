package dev.primegate.book;

import dev.primegate.audit.HistoryEntry;
import dev.primegate.order.Account;
import dev.primegate.order.Execution;
import dev.primegate.order.Order;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Questions to the book. Lists may lag by a moment; {@link #find} and {@link #history} do not. */
public interface OrderQuery {
    Optional<Order> find(OrderId id);

    /**
     * Everything that happened to the order, first things first; empty if there is no such order.
     */
    List<HistoryEntry> history(OrderId id);

    /** The order's executions, by their id; busted ones too. */
    List<Execution> executions(OrderId id);

    /** The account's orders, latest first. */
    List<Order> list(Tenant tenant, Account account, Optional<OrderStatus> status, int limit);

    /** Every open order; one that was admitted or ended a moment ago may be told otherwise. */
    List<Order> open();

    /** Orders for which {@code duty} is to be done by {@code now}, longest due first. */
    List<OrderId> due(Due.Duty duty, Instant now, int limit);
}
