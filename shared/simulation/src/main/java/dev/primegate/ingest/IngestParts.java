package dev.primegate.ingest;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderReports;
import dev.primegate.dynamodb.StoreParts;
import dev.primegate.instrument.BrokerId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The product's webhook-ingest function, put together by hand, from where news is booked. */
public final class IngestParts {
    private final BookNews news;
    private final FetchExecutions executions;

    private IngestParts(BookNews news, FetchExecutions executions) {
        this.news = news;
        this.executions = executions;
    }

    public static IngestParts over(StoreParts store, List<OrderReports> reports, Clock clock) {
        BookNews news = news(store, clock);
        return new IngestParts(news, new FetchExecutions(new Brokers<>(reports), news));
    }

    static BookNews news(StoreParts store, Clock clock) {
        return new BookNews(
                store.book(),
                store.query(),
                store.inbox(),
                new PublishPrice(store.references(), store.halts(), store.alerts(), new Often()),
                clock);
    }

    private record Often() implements PublishPrice.Config {
        @Override
        public Duration every() {
            return Duration.ofSeconds(2);
        }

        @Override
        public List<Feed> feeds() {
            return List.of();
        }
    }

    /** Books one piece of news, and fetches the fills that it counts and the book lacks. */
    public void take(BrokerId broker, BrokerNews one) {
        news.book(broker, one, "feed of " + broker).ifPresent(executions::fetch);
    }
}
