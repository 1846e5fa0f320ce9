package dev.primegate.broker;

import dev.primegate.instrument.BrokerId;
import java.time.Instant;
import java.util.List;

/** Where news waits that cannot be booked yet, and what remembers which messages came before. */
public interface NewsInbox {
    /** Keeps news of an order we do not know. */
    void park(BrokerId broker, BrokerNews.OfOrder news, Instant at);

    List<Parked> parked(BrokerId broker);

    void unpark(BrokerId broker, String eventId);

    /** Keeps news we cannot read, and alerts; once for each {@code eventId}. */
    void quarantine(BrokerId broker, BrokerNews.Unreadable news, Instant at);

    /** Whether a message was taken before; remembered until its sender can no longer repeat it. */
    boolean wasTaken(BrokerId broker, String messageId);

    /** Remembers that a message was taken, until {@code until}. */
    void taken(BrokerId broker, String messageId, Instant until);

    /** News that waits for its order, since {@code at}. */
    record Parked(BrokerNews.OfOrder news, Instant at) {}
}
