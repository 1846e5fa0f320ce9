package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Side;
import dev.primegate.order.TimeInForce;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order as the API shows it: FIX names, amounts as decimal strings, times in UTC. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderView(
        String orderId,
        String account,
        String clOrdId,
        String symbol,
        Side side,
        OrderTerms.OrdType ordType,
        TimeInForce timeInForce,
        @Nullable String orderQty,
        @Nullable String cashOrderQty,
        @Nullable String price,
        @Nullable String stopPx,
        @Nullable String quoteId,
        OrderStatus ordStatus,
        String cumQty,
        @Nullable String leavesQty,
        @Nullable String avgPx,
        String broker,
        @Nullable String brokerOrderId,
        @Nullable String text,
        Instant transactTime,
        Instant lastUpdateTime) {

    static OrderView of(Order order) {
        NewOrder request = order.request();
        return new OrderView(
                order.id().text(),
                request.account().name(),
                request.clOrdId().text(),
                request.symbol().text(),
                request.side(),
                request.terms().ordType(),
                request.timeInForce(),
                order.orderQty().map(Quantity::toString).orElse(null),
                request.size() instanceof OrderSize.Cash(Decimal10 cash) ? cash.toString() : null,
                text(request.terms().limit()),
                text(request.terms().stop()),
                text(request.terms().quote()),
                order.status(),
                order.cumQty().toString(),
                text(order.leavesQty()),
                text(order.avgPx()),
                order.route().broker().name(),
                text(order.progress().reports().brokerOrderId()),
                reason(order),
                order.transactTime(),
                order.lastUpdateTime());
    }

    /** FIX tag 58: why the order ended, or why its fate is not known. */
    private static @Nullable String reason(Order order) {
        return order.progress()
                .closing()
                .map(end -> end.reason())
                .filter(reason -> !reason.isEmpty())
                .or(() ->
                        order.status() == OrderStatus.UNKNOWN
                                ? order.progress().doubt()
                                : Optional.empty())
                .orElse(null);
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }
}
