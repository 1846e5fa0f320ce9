package dev.primegate.ingest;

import dev.primegate.broker.BrokerNews;
import dev.primegate.telemetry.Traces;
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
    private final Traces traces;

    NewsChannel(BookNews bookNews, Traces traces) {
        this.bookNews = bookNews;
        this.traces = traces;
    }

    @Incoming(NAME)
    @Blocking(ordered = false)
    void take(NewsBatch batch) {
        traces.within(batch.trace(), () -> book(batch));
    }

    private void book(NewsBatch batch) {
        for (BrokerNews news : batch.news()) {
            bookNews.book(batch.broker(), news, batch.by()).ifPresent(batch.moves()::moved);
        }
    }
}
