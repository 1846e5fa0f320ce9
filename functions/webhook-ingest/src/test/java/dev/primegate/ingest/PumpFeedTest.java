package dev.primegate.ingest;

import static dev.primegate.ingest.FeedRig.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.NewsFeed;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PumpFeedTest {
    private static final Instant LATER = START.plusSeconds(20);

    private final FeedRig rig = new FeedRig();
    private final PaperFeed feed = rig.feed;

    @Test
    @Proves({"X20", "K2"})
    void aConnectionSweepsBeforeItBelievesAFrame() throws InterruptedException {
        NewOrder order = rig.admit();
        feed.recorded.add(rig.executed(order, "swept", "0.3"));
        says(rig.frame(rig.news(order, reported(order, OrderStatus.NEW, "0"))));

        assertThat(pump()).isEqualTo("said all");

        assertThat(rig.find(order).cumQty()).isEqualTo(Quantity.of("0.3"));
        assertThat(rig.books.query().history(order.id()))
                .extracting(entry -> entry.by())
                .endsWith("sweep of paper", "feed of paper");
    }

    @Test
    @Proves("K7")
    void fillsThatTheFeedCountsAreFetchedForAllOrdersAtOnce() throws InterruptedException {
        List<Instant> asked = new ArrayList<>();
        List<NewOrder> orders = List.of(rig.admit(), rig.admit(), rig.admit());
        feed.asked =
                () -> {
                    asked.add(rig.clock.instant());
                    if (asked.size() == 2) {
                        orders.forEach(
                                o -> feed.recorded.add(rig.executed(o, "f-" + o.id(), "0.4")));
                    }
                };
        feed.script =
                listener -> {
                    for (NewOrder order : orders) {
                        listener.frame(
                                rig.frame(rig.news(order, reported(order, OrderStatus.NEW, "0"))));
                    }
                    for (NewOrder order : orders) {
                        listener.frame(
                                rig.frame(
                                        rig.news(order, reported(order, OrderStatus.NEW, "0.4"))));
                    }
                };

        var _ = rig.pump().pump(rig.shift(), LATER);

        assertThat(orders)
                .allSatisfy(o -> assertThat(rig.find(o).cumQty()).isEqualTo(Quantity.of("0.4")));
        // One sweep, one fetch: neither one each nor one after the other.
        assertThat(asked).hasSize(2);
        assertThat(Duration.between(asked.getFirst(), asked.getLast()))
                .isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_200));
    }

    @Test
    @Proves("K7")
    void aFillThatTheRecordsDoNotShowIsNotAskedForMoreThanEveryTwoSeconds()
            throws InterruptedException {
        NewOrder order = rig.admit();
        List<Instant> asked = new ArrayList<>();
        feed.asked = () -> asked.add(rig.clock.instant());
        feed.script =
                listener ->
                        listener.frame(
                                rig.frame(
                                        rig.news(order, reported(order, OrderStatus.NEW, "0.4"))));

        var _ = rig.pump().pump(rig.shift(), LATER);

        assertThat(asked).hasSizeBetween(5, 10);
        for (int i = 1; i < asked.size(); i++) {
            assertThat(Duration.between(asked.get(i - 1), asked.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    @Proves({"K2", "X50"})
    void framesMoveNoCursorForTheyDoNotProveThatNoneWasMissed() throws InterruptedException {
        NewOrder order = rig.admit();
        feed.serverTime = START.minusSeconds(1);
        rig.clock.advance(Duration.ofSeconds(3));
        says(rig.frame(rig.executed(order, "first", "0.1")));

        pump();

        assertThat(rig.cursor()).contains(START.minusSeconds(1));
    }

    @Test
    void newsThatIsNotBookedEndsTheConnection() {
        NewOrder order = rig.admit();
        rig.refused = batch -> batch.by().startsWith("feed");
        says(rig.frame(rig.executed(order, "first", "0.1")));

        assertThatThrownBy(this::pump).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Proves({"K2", "X50"})
    void aSweepMovesTheCursorOnlyWhenItsNewsIsBooked() {
        NewOrder order = rig.admit();
        Shift shift = rig.shift();
        feed.recorded.add(rig.executed(order, "first", "0.1"));
        rig.refused = batch -> batch.by().startsWith("sweep");

        assertThatThrownBy(() -> shift.sweep().sweep()).isInstanceOf(IllegalStateException.class);
        assertThat(rig.cursor()).isEmpty();

        rig.refused = _ -> false;
        assertThat(shift.sweep().sweep()).isTrue();
        assertThat(rig.cursor()).contains(START);
    }

    @Test
    @Proves("X49")
    void eachReconnectSweepsFromFiveMinutesBeforeTheCursor() throws InterruptedException {
        NewOrder order = rig.admit();
        Shift shift = rig.shift();
        says(rig.frame(rig.executed(order, "first", "0.1")));
        var _ = rig.pump().pump(shift, LATER);
        feed.serverTime = START.plusSeconds(8);
        rig.clock.advance(Duration.ofSeconds(8));
        says(rig.frame(rig.executed(order, "second", "0.1")));

        var _ = rig.pump().pump(shift, LATER);

        assertThat(feed.sweeps)
                .containsExactly(
                        START.minus(Duration.ofDays(1)), START.minus(Duration.ofMinutes(5)));
    }

    @Test
    @Proves("G10")
    void whatCannotBeReadIsSetAsideAndTheFeedGoesOn() throws InterruptedException {
        NewOrder order = rig.admit();
        says(
                rig.frame(
                        new BrokerNews.Unreadable("odd", "{}", "unknown status", Optional.empty())),
                rig.frame(rig.executed(order, "after", "0.5")));

        assertThat(pump()).isEqualTo("said all");

        assertThat(rig.find(order).cumQty()).isEqualTo(Quantity.of("0.5"));
        assertThat(rig.alerts()).containsExactly("news-quarantined");
    }

    @Test
    @Proves({"G11", "X20"})
    void aFeedThatKeepsExecutionsToItselfIsFoundOutAndReplaced() throws InterruptedException {
        NewOrder order = rig.admit();
        feed.script = listener -> listener.frame(rig.frame(rig.executed(order, "told", "0.1")));
        feed.asked =
                () -> {
                    // Executed after the connection began, and never told over it.
                    if (rig.clock.instant().isAfter(START)) {
                        feed.recorded.add(rig.executed(order, "kept", "0.2"));
                    }
                };

        String why = rig.pump().pump(rig.shift(), START.plusSeconds(120));

        assertThat(why).isEqualTo("it kept executions to itself");
        assertThat(rig.find(order).cumQty()).isEqualTo(Quantity.of("0.3"));
        assertThat(rig.clock.instant()).isBefore(START.plusSeconds(31));
    }

    @Test
    void theMiddleOfTheMarketBecomesTheReference() throws InterruptedException {
        says(
                rig.frame(
                        new BrokerNews.OfMarket(
                                Requests.BTC, price("59990"), price("60000"), START)),
                rig.frame(
                        new BrokerNews.OfMarket(
                                Requests.BTC, price("1"), price("2"), START.plusMillis(1))));

        pump();

        assertThat(rig.books.references().latest(Requests.BTC).orElseThrow().price())
                .isEqualTo(price("59995"));
    }

    private String pump() throws InterruptedException {
        return rig.pump().pump(rig.shift(), LATER);
    }

    private void says(NewsFeed.Frame... frames) {
        feed.script =
                listener -> {
                    List.of(frames).forEach(listener::frame);
                    listener.ended("said all");
                };
    }

    private static dev.primegate.order.OrderEvent reported(
            NewOrder order, OrderStatus status, String cumQty) {
        return Requests.reported(status, "b-" + order.id(), Optional.of(cumQty));
    }

    private static Price price(String text) {
        return Price.of(text);
    }
}
