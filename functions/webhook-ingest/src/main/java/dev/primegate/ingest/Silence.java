package dev.primegate.ingest;

import dev.primegate.alert.AlertLog;
import dev.primegate.alert.FeedAlerts;
import dev.primegate.broker.NewsFeed;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Tells when a feed has been silent for too long, and when it speaks again. */
final class Silence {
    private final NewsFeed feed;
    private final AlertLog alerts;
    private final Clock clock;
    private Optional<Instant> told = Optional.empty();

    Silence(NewsFeed feed, AlertLog alerts, Clock clock) {
        this.feed = feed;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Each silence is told once, and its end if it was told. */
    void watch(Instant heardAt) {
        Instant now = clock.instant();
        if (told.isPresent() && heardAt.isAfter(told.get())) {
            alerts.raise(FeedAlerts.heard(feed.broker(), told.get(), now));
            told = Optional.empty();
        }
        if (told.isEmpty()) {
            FeedAlerts.silent(feed, heardAt, now)
                    .ifPresent(alert -> {
                        alerts.raise(alert);
                        told = Optional.of(heardAt);
                    });
        }
    }
}
