package dev.primegate.alert;

import dev.primegate.broker.BrokerNews;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.ExternalOrder;
import dev.primegate.ledger.Orphan;
import dev.primegate.order.Order;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What a person must hear of news that could not be booked. */
public final class NewsAlerts {
    private NewsAlerts() {}

    /** A broker said something we cannot read; one trouble per broker, one event per message. */
    public static Alert quarantined(BrokerId broker, BrokerNews.Unreadable news, Instant at) {
        Map<String, String> details = new TreeMap<>();
        details.put("broker", broker.name());
        details.put("eventId", news.eventId());
        details.put("why", news.why());
        news.order().ifPresent(id -> details.put("brokerOrderId", id.text()));
        return Alert.trigger(
                "news-quarantined",
                broker.name(),
                broker + "/" + news.eventId(),
                Severity.ERROR,
                "%s sent news that cannot be read: %s".formatted(broker, news.why()),
                at,
                details);
    }

    /** A broker tells of an order that we do not have, and what it tells cannot be booked. */
    public static Alert orphaned(BrokerId broker, BrokerNews.OfOrder news, Instant at) {
        return Alert.trigger(
                "orphan-news",
                broker + "/" + news.brokerOrderId(),
                broker + "/" + news.eventId(),
                Severity.CRITICAL,
                "%s tells of order %s, which is not ours".formatted(broker, news.brokerOrderId()),
                at,
                Map.of(
                        "broker", broker.name(),
                        "brokerOrderId", news.brokerOrderId().text(),
                        "event", news.event().toString()));
    }

    /** A broker executed an order that we do not have; it is booked. */
    public static Alert adopted(Orphan orphan, Instant at) {
        Map<String, String> details = about(orphan);
        details.put("quantity", orphan.execution().lastQty().toString());
        details.put("price", orphan.execution().lastPx().toString());
        details.put("side", orphan.execution().side().name());
        return Alert.trigger(
                "orphan-execution",
                scope(orphan),
                orphan.broker() + "/" + orphan.execId(),
                Severity.CRITICAL,
                "%s executed order %s, which is not ours; it is booked to %s"
                        .formatted(orphan.broker(), orphan.brokerOrderId(), orphan.home()),
                at,
                details);
    }

    /** An orphan was annulled by its broker. */
    public static Alert busted(Orphan orphan, String reason, Instant at) {
        return Alert.trigger(
                "execution-busted",
                scope(orphan),
                orphan.broker() + "/" + orphan.execId(),
                Severity.ERROR,
                "execution %s was busted: %s".formatted(orphan.execId(), reason),
                at,
                about(orphan));
    }

    /** An orphan has found its order. */
    public static Alert attached(Orphan orphan, Order order) {
        return Alert.resolve(
                "orphan-execution",
                scope(orphan),
                orphan.broker() + "/" + orphan.execId(),
                "execution %s is of order %s".formatted(orphan.execId(), order.id()),
                order.lastUpdateTime());
    }

    /** Somebody trades in our account at the broker, and not through here. */
    public static Alert external(ExternalOrder order) {
        return Alert.trigger(
                "external-order",
                order.broker() + "/" + order.id(),
                order.broker() + "/" + order.id(),
                Severity.WARNING,
                "%s has order %s in our account, which did not come from here"
                        .formatted(order.broker(), order.id()),
                order.at(),
                Map.of(
                        "broker", order.broker().name(),
                        "brokerOrderId", order.id().text(),
                        "ordStatus", order.status().name()));
    }

    private static String scope(Orphan orphan) {
        return orphan.broker() + "/" + orphan.brokerOrderId();
    }

    private static Map<String, String> about(Orphan orphan) {
        Map<String, String> details = new TreeMap<>();
        details.put("broker", orphan.broker().name());
        details.put("brokerOrderId", orphan.brokerOrderId().text());
        details.put("execId", orphan.execId().text());
        details.put("position", orphan.home().toString());
        return details;
    }
}
