package dev.primegate.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.NewsFeed;
import dev.primegate.instrument.BrokerId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedAlertsTest {
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final Instant LONG_AGO = NOW.minusSeconds(301);

    @Test
    void aFeedThatBringsNothingWhileItsMarketTradesIsToldOf() {
        assertThat(FeedAlerts.silent(new Feed(true), LONG_AGO, NOW)).isPresent();
        assertThat(FeedAlerts.silent(new Feed(true), NOW.minusSeconds(299), NOW)).isEmpty();
    }

    @Test
    void theSilenceOfAFeedOfOurOwnOrdersWakesNobody() {
        assertThat(FeedAlerts.silent(new Feed(false), LONG_AGO, NOW)).isEmpty();
    }

    private record Feed(boolean isSteady) implements NewsFeed {
        @Override
        public BrokerId broker() {
            return new BrokerId("paper");
        }

        @Override
        public Connection open(Listener listener) {
            throw new IllegalStateException("nobody opens it");
        }
    }
}
