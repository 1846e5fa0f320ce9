package dev.primegate.ingest;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.OrderReports;
import dev.primegate.dynamodb.StoreParts;
import dev.primegate.instrument.BrokerId;
import dev.primegate.messaging.HandOver;
import dev.primegate.runtime.Ids;
import dev.primegate.simulation.world.World;
import dev.primegate.telemetry.Traces;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Message;

/** One process of webhook-ingest, put together by hand: its channel dies with it. */
public final class FeedParts {
    private final KeepFeed keep;
    private final Deliver deliver;

    private FeedParts(KeepFeed keep, Deliver deliver) {
        this.keep = keep;
        this.deliver = deliver;
    }

    /** Puts it together; {@code feed} and {@code reports} are of one broker. */
    public static FeedParts over(
            StoreParts store, NewsFeed feed, OrderReports reports, Ids ids, World world) {
        Deliver deliver = new Deliver(channel(store, world));
        Brokers<NewsFeed> feeds = new Brokers<>(List.of(feed));
        KeepFeed keep =
                new KeepFeed(
                        new TakeFeed(
                                store.leases(), ids, new Config(), world::sleep, world.taskClock()),
                        new Shifts(
                                feeds,
                                new Brokers<>(List.of(reports)),
                                deliver,
                                store.alerts(),
                                world::sleep,
                                world.taskClock()),
                        new PumpFeed(
                                feeds, deliver, () -> new WorldFrames(world), world.taskClock()),
                        world::sleep,
                        world.taskClock());
        return new FeedParts(keep, deliver);
    }

    /** Reads the feed of {@code broker} for one run. */
    public void keep(BrokerId broker, Instant until) {
        try {
            keep.keep(broker, until);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts here", e);
        }
    }

    Deliver deliver() {
        return deliver;
    }

    /** As Reactive Messaging does: what returns is acknowledged, what throws is not. */
    private static HandOver channel(StoreParts store, World world) {
        NewsChannel news =
                new NewsChannel(
                        IngestParts.news(store, world.taskClock()),
                        new Traces(new SplittableRandom(1)));
        HandOver channel = new HandOver();
        channel.getPublisher(
                        new SmallRyeConfigBuilder()
                                .withDefaultValue("channel-name", NewsChannel.NAME)
                                .build())
                .subscribe(new Taker(news));
        return channel;
    }

    /** Lets a death through, where Mutiny's own subscribers would catch it. */
    private record Taker(NewsChannel news) implements Flow.Subscriber<Message<?>> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Message<?> message) {
            try {
                news.take((NewsBatch) message.getPayload());
            } catch (RuntimeException e) {
                var _ = message.nack(e);
                return;
            }
            var _ = message.ack();
        }

        @Override
        public void onError(Throwable failure) {
            throw new IllegalStateException("a channel has no errors", failure);
        }

        @Override
        public void onComplete() {}
    }

    private static final class Config implements FeedsConfig {
        @Override
        public Duration runFor() {
            return Duration.ofMinutes(3);
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(15);
        }
    }
}
