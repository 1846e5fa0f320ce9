package dev.primegate.ingest;

import dev.primegate.broker.BrokerNews;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes news off the channel. Returning acknowledges it; throwing does not. */
@ApplicationScoped
class NewsChannel {
    static final String NAME = "broker-news";

    private final BookNews bookNews;
    private final FetchExecutions fetchExecutions;

    NewsChannel(BookNews bookNews, FetchExecutions fetchExecutions) {
        this.bookNews = bookNews;
        this.fetchExecutions = fetchExecutions;
    }

    @Incoming(NAME)
    @Blocking
    void take(NewsBatch batch) {
        for (BrokerNews news : batch.news()) {
            bookNews.book(batch.broker(), news, batch.by()).ifPresent(fetchExecutions::fetch);
        }
    }
}
