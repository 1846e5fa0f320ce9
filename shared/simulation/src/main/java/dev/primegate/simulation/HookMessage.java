package dev.primegate.simulation;

import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;

/** A webhook's body, as the README of webhook-ingest has it. */
final class HookMessage {
    private HookMessage() {}

    static String of(NewOrder order, OrderEvent event) {
        return switch (event) {
            case OrderEvent.Executed(Execution execution) -> executed(order, execution);
            case OrderEvent.Busted bust ->
                    """
                    {"type":"order.busted","timestamp":"%s",
                     "data":{"orderId":"%s","brokerOrderId":"b-%s","execId":"%s","text":"%s"}}
                    """
                            .formatted(
                                    bust.at(),
                                    order.id(),
                                    order.id(),
                                    bust.execId(),
                                    bust.reason());
            default -> throw new IllegalArgumentException("no webhook tells of " + event);
        };
    }

    private static String executed(NewOrder order, Execution execution) {
        String corrects = execution.corrects().map(id -> "\"corrects\":\"" + id + "\",").orElse("");
        return """
        {"type":"order.executed","timestamp":"%s",
         "data":{"orderId":"%s","brokerOrderId":"b-%s","execId":"%s",%s"symbol":"%s","side":"%s",
                 "lastQty":"%s","lastPx":"%s","transactTime":"%s"}}
        """
                .formatted(
                        execution.transactTime(),
                        order.id(),
                        order.id(),
                        execution.id(),
                        corrects,
                        execution.symbol(),
                        execution.side(),
                        execution.lastQty(),
                        execution.lastPx(),
                        execution.transactTime());
    }
}
