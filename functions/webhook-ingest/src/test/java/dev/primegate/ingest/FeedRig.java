package dev.primegate.ingest;

import static dev.primegate.ingest.PaperFeed.PAPER;

import dev.primegate.alert.Alert;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.OrderReports;
import dev.primegate.messaging.HandOver;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.runtime.Pause;
import dev.primegate.telemetry.Traces;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.eclipse.microprofile.reactive.messaging.Message;

/** The feed's side of webhook-ingest over an in-memory store, in a time that only waiting moves. */
final class FeedRig {
    static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    final SettableClock clock = new SettableClock(START);
    final MemoryBooks books = new MemoryBooks(clock);
    final PaperFeed feed = new PaperFeed();
    private final NewsChannel channel = new NewsChannel(bookNews(), new Traces());
    final Deliver deliver = deliver();

    /** What the store cannot write. */
    Predicate<NewsBatch> refused = _ -> false;

    final Pause pause = this::waits;
    private Waits waits = () -> {};
    private final AtomicInteger holders = new AtomicInteger();
    private int orders;

    /** What others do while this one waits. */
    @FunctionalInterface
    interface Waits {
        void meanwhile();
    }

    FeedRig waiting(Waits others) {
        waits = others;
        return this;
    }

    private void waits(Duration length) {
        clock.advance(length);
        waits.meanwhile();
    }

    BookNews bookNews() {
        return new BookNews(
                books.book(),
                books.query(),
                books.inbox(),
                new PublishPrice(books.references(), books.halts(), books, new Often(List.of())),
                clock);
    }

    PumpFeed pump() {
        return new PumpFeed(feeds(), deliver, StillFrames::new, clock);
    }

    KeepFeed keep() {
        return new KeepFeed(takeFeed(), shifts(), pump(), pause, clock);
    }

    TakeFeed takeFeed() {
        return new TakeFeed(
                books.leases(),
                () -> "holder-" + holders.incrementAndGet(),
                config(),
                pause,
                clock);
    }

    Shifts shifts() {
        return new Shifts(feeds(), reports(), deliver, books, pause, clock);
    }

    Shift shift() {
        return shifts().begin(takeFeed().take(PAPER, START.plus(Duration.ofDays(1))).orElseThrow());
    }

    Optional<Instant> cursor() {
        return books.leases().find(PAPER).flatMap(standing -> standing.cursor());
    }

    List<String> alerts() {
        return books.alerts().stream().map(Alert::rule).toList();
    }

    NewOrder admit() {
        NewOrder order = Requests.buy("feed-" + orders++, "1000");
        books.book()
                .admit(
                        Requests.routed(
                                Requests.intent(order, "owner-" + orders, Requests.wide(), START),
                                PAPER));
        return order;
    }

    Order find(NewOrder order) {
        return books.query().find(order.id()).orElseThrow();
    }

    BrokerNews news(NewOrder order, OrderEvent event) {
        return new BrokerNews.OfOrder(
                Optional.of(order.id()),
                new BrokerOrderId("b-" + order.id()),
                event,
                "" + event.hashCode());
    }

    /** A frame of now. */
    NewsFeed.Frame frame(BrokerNews... news) {
        return new NewsFeed.Frame(List.of(news), clock.instant());
    }

    /** An execution that happens now. */
    BrokerNews executed(NewOrder order, String id, String quantity) {
        Execution sample =
                ((OrderEvent.Executed) Requests.executed(order, id, quantity)).execution();
        Execution now =
                new Execution(
                        sample.id(),
                        sample.symbol(),
                        sample.side(),
                        sample.lastQty(),
                        sample.lastPx(),
                        sample.fee(),
                        clock.instant(),
                        sample.corrects(),
                        sample.received());
        return news(order, new OrderEvent.Executed(now));
    }

    Brokers<OrderReports> reports() {
        return new Brokers<>(List.of(feed));
    }

    private Brokers<NewsFeed> feeds() {
        return new Brokers<>(List.of(feed));
    }

    private static FeedsConfig config() {
        return new FeedsConfig() {
            @Override
            public Duration runFor() {
                return Duration.ofMinutes(14);
            }

            @Override
            public Duration lease() {
                return Duration.ofSeconds(15);
            }
        };
    }

    /** As Reactive Messaging does: what returns is acknowledged, what throws is not. */
    private Deliver deliver() {
        HandOver handOver = new HandOver();
        var config =
                new SmallRyeConfigBuilder()
                        .withDefaultValue("channel-name", NewsChannel.NAME)
                        .build();
        var _ =
                Multi.createFrom()
                        .publisher(handOver.getPublisher(config))
                        .subscribe()
                        .with(message -> settle(message));
        return new Deliver(handOver);
    }

    private void settle(Message<?> message) {
        try {
            NewsBatch batch = (NewsBatch) message.getPayload();
            if (refused.test(batch)) {
                throw new IllegalStateException("the store refuses");
            }
            channel.take(batch);
            var _ = message.ack();
        } catch (RuntimeException e) {
            var _ = message.nack(e);
        }
    }

    /** Frames in a queue; waiting for one takes a tenth of a second of this world. */
    private final class StillFrames implements Frames {
        private final Queue<NewsFeed.Frame> queue = new ArrayDeque<>();
        private Optional<String> end = Optional.empty();

        @Override
        public void frame(NewsFeed.Frame frame) {
            queue.add(frame);
        }

        @Override
        public void ended(String why) {
            end = Optional.of(why);
        }

        @Override
        public Optional<NewsFeed.Frame> next() {
            if (queue.isEmpty() && end.isEmpty()) {
                clock.advance(Duration.ofMillis(100));
            }
            return Optional.ofNullable(queue.poll());
        }

        @Override
        public Optional<String> ended() {
            return queue.isEmpty() ? end : Optional.empty();
        }
    }
}
