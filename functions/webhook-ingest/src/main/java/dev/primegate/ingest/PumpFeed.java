package dev.primegate.ingest;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.NewsFeed;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Keeps a broker's feed flowing into the book over one connection. What was executed since the
 * cursor is swept first, and only then frames are believed. Frames move no cursor: that none was
 * missed between two of them is not proven by the second.
 */
@Singleton
class PumpFeed {
    private static final Logger LOG = Logger.getLogger(PumpFeed.class);

    private final Brokers<NewsFeed> feeds;
    private final Deliver deliver;
    private final Supplier<Frames> frames;
    private final Clock clock;

    @Inject
    PumpFeed(Brokers<NewsFeed> feeds, Deliver deliver, Clock clock) {
        this(feeds, deliver, QueuedFrames::new, clock);
    }

    PumpFeed(Brokers<NewsFeed> feeds, Deliver deliver, Supplier<Frames> frames, Clock clock) {
        this.feeds = feeds;
        this.deliver = deliver;
        this.frames = frames;
        this.clock = clock;
    }

    List<BrokerId> brokers() {
        return feeds.all().stream().map(NewsFeed::broker).toList();
    }

    /**
     * Pumps until the connection ends, cannot be trusted, the feed is another's or {@code until}
     * comes.
     *
     * @return why it ended
     */
    String pump(Shift shift, Instant until) throws InterruptedException {
        Frames waiting = frames.get();
        String why;
        try (NewsFeed.Connection _ = feeds.find(shift.broker()).orElseThrow().open(waiting)) {
            why = pump(shift, waiting, until);
        }
        LOG.infof("broker=%s event=feed-ended why=%s", shift.broker(), why);
        return why;
    }

    private String pump(Shift shift, Frames waiting, Instant until) throws InterruptedException {
        boolean swept = false;
        while (clock.instant().isBefore(until)) {
            if (!shift.hold().stands()) {
                return "another took over";
            }
            if (shift.tend() && swept) {
                return "it kept executions to itself";
            }
            Optional<NewsFeed.Frame> frame = waiting.next();
            if (frame.isPresent()) {
                // The first frame shows that the subscription stands: nothing falls between it
                // and the sweep.
                swept = swept || shift.sweep().sweep();
                if (!swept) {
                    return "the sweep failed";
                }
                take(shift, frame.get());
            } else if (waiting.ended().isPresent()) {
                return waiting.ended().get();
            }
        }
        return "time is up";
    }

    private void take(Shift shift, NewsFeed.Frame frame) {
        shift.hold().heard(frame.at());
        deliver.deliver(
                new NewsBatch(
                        shift.broker(),
                        frame.news(),
                        "feed of " + shift.broker(),
                        shift.sweep()::moved));
    }
}
