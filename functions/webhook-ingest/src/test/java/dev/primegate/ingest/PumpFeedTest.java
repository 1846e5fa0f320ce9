package dev.primegate.ingest;

import static dev.primegate.ingest.PaperFeed.PAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.NewsFeed.Frame;
import dev.primegate.broker.NewsInbox;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.risk.References;
import dev.primegate.testkit.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IngestAws.class)
class PumpFeedTest {
    private static final Instant FOREVER = Instant.parse("2100-01-01T00:00:00Z");
    private static int orders;

    @Inject PaperFeed feed;
    @Inject PumpFeed pump;
    @Inject OrderBook book;
    @Inject OrderQuery query;
    @Inject NewsInbox inbox;
    @Inject References references;

    private NewOrder order = Requests.buy("none", "1");

    @BeforeEach
    void admitAnOrder() {
        order = Requests.buy("feed-" + orders++, "1");
        book.admit(
                Requests.routed(
                        Requests.intent(
                                order,
                                "feed-owner" + orders,
                                Requests.wide(),
                                Instant.parse("2026-11-02T09:00:00Z")),
                        PAPER));
        feed.recorded.clear();
        feed.executions.clear();
        feed.serverTime = feed.serverTime.plusSeconds(60);
    }

    @Test
    @Proves({"X20", "K2"})
    void aConnectionSweepsBeforeItBelievesAFrame() throws InterruptedException {
        feed.recorded.add(news(Requests.executed(order, "swept", "0.3")));
        says(frame(news(Requests.reported(OrderStatus.NEW, brokerId()))));

        assertThat(pump.pump(PAPER, FOREVER)).isEqualTo("said all");

        assertThat(query.find(order.id()).orElseThrow().cumQty()).isEqualTo(Quantity.of("0.3"));
        assertThat(query.history(order.id()))
                .extracting(entry -> entry.by())
                .endsWith("sweep of paper", "feed of paper");
    }

    @Test
    @Proves({"X20", "G11"})
    void whenTheFeedCountsMoreThanIsBookedTheExecutionsAreFetched() throws InterruptedException {
        feed.executions.add(execution("fetched-1", "0.4"));
        feed.executions.add(execution("fetched-2", "0.6"));
        says(frame(news(Requests.reported(OrderStatus.FILLED, brokerId(), Optional.of("1")))));

        pump.pump(PAPER, FOREVER);

        assertThat(query.find(order.id()).orElseThrow().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(query.executions(order.id())).hasSize(2);
    }

    @Test
    @Proves({"K2", "X50"})
    void theCursorMovesOnlyWhenNewsIsBooked() throws InterruptedException {
        says(frame(news(Requests.reported(OrderStatus.NEW, brokerId()))));
        pump.pump(PAPER, FOREVER);
        Instant booked = inbox.cursor(PAPER).orElseThrow();
        assertThat(booked).isEqualTo(feed.serverTime.plusSeconds(1));

        feed.serverTime = feed.serverTime.plusSeconds(60);
        // No item of the table can have such a key: it cannot be kept, so it is not acknowledged.
        feed.recorded.add(
                new BrokerNews.Unreadable("x".repeat(2_000), "{}", "too long", Optional.empty()));
        says(frame(news(Requests.executed(order, "late", "0.5"))));
        assertThatThrownBy(() -> pump.pump(PAPER, FOREVER))
                .isInstanceOf(IllegalStateException.class);

        assertThat(inbox.cursor(PAPER)).contains(booked);
        feed.recorded.clear();
        feed.sweeps.clear();
        pump.pump(PAPER, FOREVER);
        assertThat(feed.sweeps).containsExactly(booked.minus(Duration.ofMinutes(5)));
    }

    @Test
    @Proves("G10")
    void whatCannotBeReadIsSetAsideAndTheFeedGoesOn() throws InterruptedException {
        says(
                frame(
                        new BrokerNews.Unreadable(
                                "odd-" + order.id(), "{}", "unknown status", Optional.empty())),
                frame(news(Requests.executed(order, "after", "0.5"))));

        assertThat(pump.pump(PAPER, FOREVER)).isEqualTo("said all");

        assertThat(query.find(order.id()).orElseThrow().cumQty()).isEqualTo(Quantity.of("0.5"));
    }

    @Test
    void theMiddleOfTheMarketBecomesTheReference() throws InterruptedException {
        Instant at = feed.serverTime;
        says(
                frame(new BrokerNews.OfMarket(Requests.BTC, price("59990"), price("60000"), at)),
                frame(
                        new BrokerNews.OfMarket(
                                Requests.BTC, price("1"), price("2"), at.plusMillis(1))));

        pump.pump(PAPER, FOREVER);

        assertThat(references.latest(Requests.BTC).orElseThrow().price()).isEqualTo(price("59995"));
    }

    private void says(Frame... frames) {
        feed.script =
                listener -> {
                    List.of(frames).forEach(listener::frame);
                    listener.ended("said all");
                };
    }

    private Frame frame(BrokerNews news) {
        return new Frame(List.of(news), feed.serverTime.plusSeconds(1));
    }

    private BrokerNews news(OrderEvent event) {
        return new BrokerNews.OfOrder(
                Optional.of(order.id()),
                new BrokerOrderId(brokerId()),
                event,
                "" + event.hashCode());
    }

    private Execution execution(String id, String quantity) {
        return ((OrderEvent.Executed) Requests.executed(order, id, quantity)).execution();
    }

    private String brokerId() {
        return "b-" + order.id();
    }

    private static Price price(String text) {
        return Price.of(text);
    }
}
