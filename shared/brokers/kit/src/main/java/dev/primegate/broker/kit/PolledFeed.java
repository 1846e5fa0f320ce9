package dev.primegate.broker.kit;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.OrderReports;
import dev.primegate.runtime.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A feed of a broker that has none: its records, read again and again. Each answer is a frame, an
 * empty one too, for it says that nothing happened until then.
 */
public final class PolledFeed {
    /** How much earlier a question begins than the last answer: a record may show that late. */
    private static final Duration LAG = Duration.ofSeconds(60);

    private final OrderReports reports;
    private final Duration every;
    private final Pause pause;

    public PolledFeed(OrderReports reports, Duration every, Pause pause) {
        this.reports = reports;
        this.every = every;
        this.pause = pause;
    }

    /** Asks from {@code from} on, until it is closed or a question fails. */
    public NewsFeed.Connection open(Instant from, NewsFeed.Listener listener) {
        Thread asking = Thread.ofVirtual().start(() -> ask(from, listener));
        return asking::interrupt;
    }

    void ask(Instant begin, NewsFeed.Listener listener) {
        Instant from = begin;
        while (!Thread.currentThread().isInterrupted()) {
            switch (reports.executionsSince(from)) {
                case Fetched.Failed<List<BrokerNews>>(String why) -> {
                    listener.ended(why);
                    return;
                }
                case Fetched.Whole<List<BrokerNews>>(List<BrokerNews> news, Instant askedAt) -> {
                    try {
                        listener.frame(new NewsFeed.Frame(news, askedAt));
                    } catch (RuntimeException e) {
                        listener.ended("not taken: " + Doubt.describe(e));
                        return;
                    }
                    from = askedAt.minus(LAG);
                }
            }
            pause.pause(every);
        }
        listener.ended("closed by us");
    }
}
