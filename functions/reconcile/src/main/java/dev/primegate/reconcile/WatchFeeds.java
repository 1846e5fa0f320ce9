package dev.primegate.reconcile;

import dev.primegate.alert.AlertLog;
import dev.primegate.alert.FeedAlerts;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.FeedLeases;
import dev.primegate.broker.NewsFeed;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Tells of feeds that bring nothing, also when nobody is there to read them. */
@Singleton
class WatchFeeds {
    private final Brokers<NewsFeed> feeds;
    private final FeedLeases leases;
    private final AlertLog alerts;
    private final Clock clock;

    WatchFeeds(Brokers<NewsFeed> feeds, FeedLeases leases, AlertLog alerts, Clock clock) {
        this.feeds = feeds;
        this.leases = leases;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** A silence that its reader has told of already is the same alert. */
    void watch() {
        for (NewsFeed feed : feeds.all()) {
            leases.find(feed.broker())
                    .flatMap(read -> FeedAlerts.silent(feed, read.heardAt(), clock.instant()))
                    .ifPresent(alerts::raise);
        }
    }
}
