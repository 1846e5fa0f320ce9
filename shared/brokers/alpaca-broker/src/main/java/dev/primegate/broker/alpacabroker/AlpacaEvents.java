package dev.primegate.broker.alpacabroker;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Digest;
import dev.primegate.order.ExecId;
import dev.primegate.order.OrderEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of one account: a partner's stream tells of all that he keeps. What an event
 * says of a trade and what it says of its order are read apart, so that a trade is not lost for a
 * word about its order.
 */
final class AlpacaEvents {
    private final AlpacaMapping mapping;
    private final String account;

    AlpacaEvents(AlpacaMapping mapping, String account) {
        this.mapping = mapping;
        this.account = account;
    }

    /**
     * What an event tells.
     *
     * @param news none, if it is about another account
     * @param at empty, if that cannot be read
     */
    record Told(List<BrokerNews> news, Optional<Instant> at) {}

    Told read(String raw) {
        try {
            AlpacaMessages.TradeEvent event = BrokerJson.read(raw, AlpacaMessages.TradeEvent.class);
            Instant at = AlpacaMapping.time("at", event.at());
            Ulid id = AlpacaMapping.eventId(event.eventId());
            if (event.accountId() == null) {
                throw AlpacaMapping.unreadable("an event without account");
            }
            return new Told(
                    event.accountId().equals(account) ? news(event, id, at, raw) : List.of(),
                    Optional.of(at));
        } catch (UnreadableException e) {
            return new Told(List.of(unreadable(raw, null, e)), Optional.empty());
        }
    }

    private List<BrokerNews> news(
            AlpacaMessages.TradeEvent event, Ulid id, Instant at, String raw) {
        AlpacaMessages.Order order = event.order();
        if (order == null) {
            throw AlpacaMapping.unreadable("an event without order");
        }
        List<BrokerNews> news = new ArrayList<>();
        try {
            for (OrderEvent fact : facts(event, order, at, raw)) {
                news.add(news(order, fact, eventId(fact, id)));
            }
        } catch (UnreadableException e) {
            news.add(unreadable(raw, order, e));
        }
        news.add(of(order, () -> AlpacaMapping.reported(order), "event/" + id.text(), raw));
        return List.copyOf(news);
    }

    /** What happened besides the order's being as it is; mostly nothing. */
    private List<OrderEvent> facts(
            AlpacaMessages.TradeEvent event, AlpacaMessages.Order order, Instant at, String raw) {
        String word = event.event();
        return switch (word) {
            case "fill", "partial_fill" ->
                    List.of(
                            new OrderEvent.Executed(
                                    mapping.execution(event, order, Optional.empty(), raw)));
            case "trade_bust" -> List.of(busted(event, at, word));
            case "trade_correct" -> {
                OrderEvent.Busted busted = busted(event, at, word);
                yield List.of(
                        busted,
                        new OrderEvent.Executed(
                                mapping.execution(
                                        event, order, Optional.of(busted.execId()), raw)));
            }
            case "order_cancel_rejected" -> List.of(new OrderEvent.CancelRefused(at, word));
            case "accepted",
                    "pending_new",
                    "new",
                    "held",
                    "stopped",
                    "suspended",
                    "canceled",
                    "expired",
                    "rejected",
                    "done_for_day",
                    "calculated",
                    "replaced",
                    "restated",
                    "pending_cancel",
                    "pending_replace",
                    "order_replace_rejected" ->
                    List.of();
            case null -> throw AlpacaMapping.unreadable("an event without a word");
            default -> throw AlpacaMapping.unreadable("unknown event: " + Answer.clip(word));
        };
    }

    private static OrderEvent.Busted busted(
            AlpacaMessages.TradeEvent event, Instant at, String word) {
        ExecId previous =
                AlpacaMapping.execId("previous_execution_id", event.previousExecutionId());
        return new OrderEvent.Busted(previous, at, word);
    }

    private static String eventId(OrderEvent fact, Ulid id) {
        return fact instanceof OrderEvent.Executed(var execution)
                ? execution.id().text()
                : "fact/" + id.text();
    }

    /** News of an order, or the order as it came if it cannot be read. */
    static BrokerNews of(
            AlpacaMessages.Order order, Supplier<OrderEvent> event, String eventId, String raw) {
        try {
            return news(order, event.get(), eventId);
        } catch (UnreadableException e) {
            return unreadable(raw, order, e);
        }
    }

    private static BrokerNews news(AlpacaMessages.Order order, OrderEvent event, String eventId) {
        return new BrokerNews.OfOrder(
                AlpacaMapping.ours(order.clientOrderId()),
                AlpacaMapping.orderId(order.id()),
                event,
                eventId);
    }

    private static BrokerNews unreadable(
            String raw, AlpacaMessages.@Nullable Order order, UnreadableException why) {
        return new BrokerNews.Unreadable(
                "unread/" + Digest.hex(raw).substring(0, 32),
                Answer.clip(raw),
                String.valueOf(why.getMessage()),
                Optional.ofNullable(order)
                        .map(AlpacaMessages.Order::id)
                        .filter(id -> !id.isEmpty())
                        .map(BrokerOrderId::new));
    }
}
