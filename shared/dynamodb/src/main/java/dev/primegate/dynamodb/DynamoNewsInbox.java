package dev.primegate.dynamodb;

import dev.primegate.alert.AlertLog;
import dev.primegate.alert.NewsAlerts;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.NewsInbox;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** News that waits, in the table. */
@Singleton
class DynamoNewsInbox implements NewsInbox {
    private final Table table;
    private final AlertLog alerts;

    DynamoNewsInbox(Table table, AlertLog alerts) {
        this.table = table;
        this.alerts = alerts;
    }

    @Override
    public void park(BrokerId broker, BrokerNews.OfOrder news, Instant at) {
        table.putIfAbsent(NewsItem.write(broker, news, at));
    }

    @Override
    public List<Parked> parked(BrokerId broker) {
        return table.query("N#" + broker, "P#").stream().map(NewsItem::read).toList();
    }

    @Override
    public void unpark(BrokerId broker, String eventId) {
        table.delete(Key.parked(broker, eventId));
    }

    @Override
    public void quarantine(BrokerId broker, BrokerNews.Unreadable news, Instant at) {
        table.putIfAbsent(
                Item.at(Key.quarantined(broker, news.eventId()))
                        .put("type", "QUARANTINE")
                        .put("eventId", news.eventId())
                        .put("raw", news.raw())
                        .put("why", news.why())
                        .putText("brokerOrderId", news.order())
                        .put("quarantinedAt", at));
        alerts.raise(NewsAlerts.quarantined(broker, news, at));
    }

    @Override
    public boolean wasTaken(BrokerId broker, String messageId) {
        return table.get(Key.taken(broker, messageId)).isPresent();
    }

    @Override
    public void taken(BrokerId broker, String messageId, Instant until) {
        table.putIfAbsent(
                Item.at(Key.taken(broker, messageId)).put("type", "TAKEN").expiring(until));
    }
}
