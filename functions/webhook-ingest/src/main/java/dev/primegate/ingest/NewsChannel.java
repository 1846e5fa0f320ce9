package dev.primegate.ingest;

import dev.primegate.broker.BrokerNews;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes news off the channel. Returning acknowledges it; throwing does not. Who offers news in an
 * order waits for each to be acknowledged, so batches of several may be booked at once.
 */
@ApplicationScoped
class NewsChannel {
    static final String NAME = "broker-news";

    private final BookNews bookNews;

    NewsChannel(BookNews bookNews) {
        this.bookNews = bookNews;
    }

    @Incoming(NAME)
    @Blocking(ordered = false)
    void take(NewsBatch batch) {
        for (BrokerNews news : batch.news()) {
            bookNews.book(batch.broker(), news, batch.by()).ifPresent(batch.moves()::moved);
        }
    }
}
