package dev.primegate.reconcile;

import dev.primegate.alert.AlertLog;
import dev.primegate.alert.FeedAlerts;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.FeedLeases;
import dev.primegate.broker.NewsFeed;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.Metric;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Measures how old what feeds brought is, and tells of those that bring nothing; also when nobody
 * is there to read them.
 */
@Singleton
class WatchFeeds {
    private final Brokers<NewsFeed> feeds;
    private final FeedLeases leases;
    private final AlertLog alerts;
    private final Meters meters;
    private final Clock clock;

    WatchFeeds(
            Brokers<NewsFeed> feeds,
            FeedLeases leases,
            AlertLog alerts,
            Meters meters,
            Clock clock) {
        this.feeds = feeds;
        this.leases = leases;
        this.alerts = alerts;
        this.meters = meters;
        this.clock = clock;
    }

    /** A silence that its reader has told of already is the same alert. */
    void watch() {
        for (NewsFeed feed : feeds.all()) {
            leases.find(feed.broker()).ifPresent(read -> look(feed, read));
        }
    }

    private void look(NewsFeed feed, FeedLeases.Standing read) {
        Instant now = clock.instant();
        if (feed.hours().isOpenAt(now)) {
            // What came, and what is booked of what the broker executed.
            age(feed, "news", read.heardAt(), now);
            read.cursor().ifPresent(cursor -> age(feed, "executions", cursor, now));
        }
        FeedAlerts.silent(feed, read.heardAt(), now).ifPresent(alerts::raise);
    }

    private void age(NewsFeed feed, String what, Instant at, Instant now) {
        meters.time(Metric.FEED_AGE, Duration.between(at, now), feed.broker().name(), what);
    }
}
