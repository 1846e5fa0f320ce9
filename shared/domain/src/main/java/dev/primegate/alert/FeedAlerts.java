package dev.primegate.alert;

import dev.primegate.broker.NewsFeed;
import dev.primegate.instrument.BrokerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a person must hear of a broker's feed. */
public final class FeedAlerts {
    private static final String SILENT = "feed-silent";

    /** In a session no honest feed is without data for so long. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private FeedAlerts() {}

    /**
     * Says that {@code feed} has brought no data for too long while its market traded. That it is
     * connected, or beats its heart, is no excuse. Of one that is not steady {@link
     * dev.primegate.watch.SilentTrading} judges, by what is open there.
     */
    public static Optional<Alert> silent(NewsFeed feed, Instant heardAt, Instant now) {
        Instant from = now.minus(LONGEST);
        if (!feed.isSteady()
                || heardAt.isAfter(from)
                || !feed.hours().isOpenAt(from)
                || !feed.hours().isOpenAt(now)) {
            return Optional.empty();
        }
        BrokerId broker = feed.broker();
        return Optional.of(
                Alert.trigger(
                        SILENT,
                        broker.name(),
                        cause(broker, heardAt),
                        Severity.ERROR,
                        "the feed of %s has brought nothing since %s".formatted(broker, heardAt),
                        now,
                        Map.of("broker", broker.name(), "heardAt", heardAt.toString())));
    }

    /** Says that the silence since {@code heardAt} is over. */
    public static Alert heard(BrokerId broker, Instant heardAt, Instant now) {
        return Alert.resolve(
                SILENT,
                broker.name(),
                cause(broker, heardAt),
                "the feed of %s brings data again".formatted(broker),
                now);
    }

    private static String cause(BrokerId broker, Instant heardAt) {
        return broker + "/" + heardAt;
    }
}
