package dev.primegate.ingest;

import static dev.primegate.ingest.PaperFeed.PAPER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.FeedLeases;
import dev.primegate.broker.NewsFeed;
import dev.primegate.money.Quantity;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.NewOrder;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The feeds as they are deployed: through the channel, into the table, until the run is over. */
@QuarkusTest
@QuarkusTestResource(IngestAws.class)
class FeedsTest {
    private static final Quantity FILLED = Quantity.of("0.4");

    @Inject PaperFeed feed;
    @Inject KeepFeed keep;
    @Inject OrderBook book;
    @Inject OrderQuery query;
    @Inject FeedLeases leases;
    @Inject Clock clock;

    @Test
    @Proves({"K2", "X50"})
    void whatAFeedTellsIsBookedAndThenTheCursorMoves() throws InterruptedException {
        NewOrder order = Requests.buy("feed", "1");
        Instant now = clock.instant();
        book.admit(
                Requests.routed(Requests.intent(order, "feed-owner", Requests.wide(), now), PAPER));
        BrokerNews news =
                new BrokerNews.OfOrder(
                        Optional.of(order.id()),
                        new BrokerOrderId("b-1"),
                        Requests.executed(order, "x1", "0.4"),
                        "x1");
        feed.serverTime = now;
        feed.script =
                listener -> {
                    listener.frame(new NewsFeed.Frame(List.of(news), now.plusSeconds(1)));
                    listener.ended("said all");
                };

        keep.keep(PAPER, now.plusSeconds(2));

        assertThat(query.find(order.id()).orElseThrow().cumQty()).isEqualTo(FILLED);
        assertThat(leases.find(PAPER).orElseThrow().cursor()).contains(now);
        // Given back, not only run out: who comes next need not wait.
        assertThat(leases.find(PAPER).orElseThrow().term().until()).isBefore(clock.instant());
    }
}
