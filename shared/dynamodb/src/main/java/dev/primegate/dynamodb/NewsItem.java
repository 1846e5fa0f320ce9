package dev.primegate.dynamodb;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.NewsInbox.Parked;
import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Quantity;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.ExecId;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import java.time.Instant;

/** News that waits for its order, as an item. Only a broker's news waits, not our own. */
final class NewsItem {
    private NewsItem() {}

    static Item write(BrokerId broker, BrokerNews.OfOrder news, Instant at) {
        Item item =
                Item.at(Key.parked(broker, news.eventId()))
                        .put("type", "PARKED")
                        .put("eventId", news.eventId())
                        .put("brokerOrderId", news.brokerOrderId().text())
                        .putText("orderId", news.orderId())
                        .put("parkedAt", at);
        switch (news.event()) {
            case OrderEvent.Executed(var execution) -> {
                ExecutionItem.writeFields(item, execution).put("event", "EXECUTED");
            }
            case OrderEvent.Busted bust ->
                    item.put("event", "BUSTED")
                            .put("execId", bust.execId().text())
                            .put("at", bust.at())
                            .put("reason", bust.reason());
            case OrderEvent.Reported reported ->
                    item.put("event", "REPORTED")
                            .put("status", reported.status().name())
                            .put("at", reported.at())
                            .putText("reportedOrderId", reported.brokerOrderId())
                            .putText("cumQty", reported.cumQty())
                            .putText("text", reported.text());
            case OrderEvent.Doubted _,
                    OrderEvent.NotSent _,
                    OrderEvent.NeverArrived _,
                    OrderEvent.CancelRequested _,
                    OrderEvent.CancelRefused _ ->
                    throw new IllegalArgumentException("no broker's news: " + news.event());
        }
        return item;
    }

    static Parked read(Item item) {
        return new Parked(
                new BrokerNews.OfOrder(
                        item.optionalText("orderId").map(OrderId::new),
                        new BrokerOrderId(item.text("brokerOrderId")),
                        event(item),
                        item.text("eventId")),
                item.time("parkedAt"));
    }

    private static OrderEvent event(Item item) {
        String event = item.text("event");
        return switch (event) {
            case "EXECUTED" -> new OrderEvent.Executed(ExecutionItem.read(item));
            case "BUSTED" ->
                    new OrderEvent.Busted(
                            new ExecId(item.text("execId")), item.time("at"), item.text("reason"));
            case "REPORTED" ->
                    new OrderEvent.Reported(
                            OrderStatus.valueOf(item.text("status")),
                            item.optionalText("reportedOrderId").map(BrokerOrderId::new),
                            item.optionalText("cumQty").map(Quantity::of),
                            item.time("at"),
                            item.optionalText("text"));
            default -> throw new IllegalStateException("unknown parked event: " + event);
        };
    }
}
