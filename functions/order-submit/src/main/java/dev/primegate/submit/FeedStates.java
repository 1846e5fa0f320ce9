package dev.primegate.submit;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.FeedLeases;
import dev.primegate.broker.NewsFeed;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** How fresh the brokers' news is. */
@Singleton
class FeedStates {
    private final Brokers<NewsFeed> feeds;
    private final FeedLeases leases;
    private final Clock clock;

    FeedStates(Brokers<NewsFeed> feeds, FeedLeases leases, Clock clock) {
        this.feeds = feeds;
        this.leases = leases;
        this.clock = clock;
    }

    /** Empty if the broker has no feed. */
    Optional<BrokerStates.Feed> of(BrokerId broker) {
        return feeds.find(broker).map(this::state);
    }

    private BrokerStates.Feed state(NewsFeed feed) {
        Instant now = clock.instant();
        Optional<FeedLeases.Standing> standing = leases.find(feed.broker());
        return new BrokerStates.Feed(
                feed.hours().isOpenAt(now),
                standing.map(FeedLeases.Standing::heardAt).orElse(null),
                standing.flatMap(FeedLeases.Standing::cursor).orElse(null),
                standing.filter(found -> now.isBefore(found.term().until())).isPresent(),
                feed.isSteady());
    }
}
