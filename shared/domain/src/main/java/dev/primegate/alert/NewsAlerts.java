package dev.primegate.alert;

import dev.primegate.broker.BrokerNews;
import dev.primegate.instrument.BrokerId;
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

    /** A broker executed an order that we do not have. */
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
}
