package dev.primegate.ingest;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.NewsInbox;
import dev.primegate.broker.OrderReports;
import dev.primegate.instrument.BrokerId;
import dev.primegate.messaging.HandOver;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.jboss.logging.Logger;

/**
 * Keeps a broker's feed flowing into the book. After each connect it sweeps what was executed since
 * the cursor over REST, and only then believes frames; the cursor moves when news is booked.
 */
@Singleton
class PumpFeed {
    private static final Logger LOG = Logger.getLogger(PumpFeed.class);

    /** A sweep begins this much before the cursor: the broker's lists may lag behind its feed. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    /** How far the very first sweep looks back. */
    private static final Duration FIRST = Duration.ofDays(1);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Brokers<NewsFeed> feeds;
    private final Brokers<OrderReports> reports;
    private final NewsInbox inbox;
    private final HandOver channel;
    private final Clock clock;

    PumpFeed(
            Brokers<NewsFeed> feeds,
            Brokers<OrderReports> reports,
            NewsInbox inbox,
            @Connector(HandOver.NAME) HandOver channel,
            Clock clock) {
        this.feeds = feeds;
        this.reports = reports;
        this.inbox = inbox;
        this.channel = channel;
        this.clock = clock;
    }

    List<BrokerId> brokers() {
        return feeds.all().stream().map(NewsFeed::broker).toList();
    }

    /**
     * Pumps over one connection until it ends or {@code until} comes.
     *
     * @return why it ended
     */
    String pump(BrokerId broker, Instant until) throws InterruptedException {
        Frames frames = new Frames();
        try (NewsFeed.Connection _ = feeds.find(broker).orElseThrow().open(frames)) {
            boolean swept = false;
            while (clock.instant().isBefore(until)) {
                Optional<NewsFeed.Frame> frame = frames.next();
                if (frame.isPresent()) {
                    // The first frame shows that the subscription stands: nothing falls between
                    // it and the sweep.
                    swept = swept || sweep(broker);
                    if (!swept) {
                        return "the sweep failed";
                    }
                    take(broker, frame.get());
                } else if (frames.ended().isPresent()) {
                    LOG.warnf("broker=%s event=feed-ended why=%s", broker, frames.ended().get());
                    return frames.ended().get();
                }
            }
            return "time is up";
        }
    }

    private void take(BrokerId broker, NewsFeed.Frame frame) {
        book(broker, frame.news(), "feed of " + broker);
        if (frame.news().stream().anyMatch(BrokerNews.OfOrder.class::isInstance)) {
            inbox.commit(broker, frame.at());
        }
    }

    private boolean sweep(BrokerId broker) {
        Instant from =
                inbox.cursor(broker)
                        .map(cursor -> cursor.minus(OVERLAP))
                        .orElseGet(() -> clock.instant().minus(FIRST));
        return switch (reports.find(broker).orElseThrow().executionsSince(from)) {
            case Fetched.Failed<List<BrokerNews>>(String why) -> {
                LOG.warnf("broker=%s event=sweep-failed why=%s", broker, why);
                yield false;
            }
            case Fetched.Whole<List<BrokerNews>>(List<BrokerNews> news, Instant askedAt) -> {
                book(broker, news, "sweep of " + broker);
                inbox.commit(broker, askedAt);
                LOG.infof("broker=%s event=swept from=%s news=%d", broker, from, news.size());
                yield true;
            }
        };
    }

    /** Waits until the channel has acknowledged it; what it refuses ends the connection. */
    private void book(BrokerId broker, List<BrokerNews> news, String by) {
        try {
            channel.offer(NewsChannel.NAME, new NewsBatch(broker, news, by))
                    .toCompletableFuture()
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("news of " + broker + " was not booked", e);
        }
    }
}
