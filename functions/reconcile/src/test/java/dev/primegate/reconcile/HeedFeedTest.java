package dev.primegate.reconcile;

import static dev.primegate.reconcile.Desk.START;
import static dev.primegate.reconcile.PaperRecords.PAPER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Evidence;
import dev.primegate.broker.FeedLeases;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeedFeedTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Desk desk = new Desk();
    private final FeedLeases.Lease lease =
            desk.books
                    .leases()
                    .take(PAPER, "reader", new FeedLeases.Term(START.plusSeconds(15), Instant.MAX))
                    .orElseThrow();

    @Test
    @Proves("K7")
    void whilePushIsHealthyABrokerIsAskedAboutFewerThanOneOrderInFive() {
        List<NewOrder> orders = working(100);

        for (int minute = 0; minute < 10; minute++) {
            readTo(desk.clock.instant().plus(MINUTE).minusSeconds(20));
            var _ = desk.runAfter(MINUTE);
        }

        assertThat(desk.broker.asked.size()).isLessThanOrEqualTo(orders.size() / 5);
    }

    @Test
    void eachOrderIsAskedAboutOnceAnHourAllTheSame() {
        List<NewOrder> orders = working(20);

        for (int minute = 0; minute < 60; minute++) {
            readTo(desk.clock.instant().plus(MINUTE));
            var _ = desk.runAfter(MINUTE);
        }

        assertThat(desk.broker.asked.stream().map(Order::id).distinct()).hasSameSizeAs(orders);
        assertThat(desk.broker.asked).hasSameSizeAs(orders);
    }

    @Test
    @Proves({"G11", "X20"})
    void whenNobodyReadsTheFeedAFillIsFoundByAskingWithinAMinuteOfRuns() {
        NewOrder order = working(1).getFirst();
        readTo(START);
        desk.broker.records =
                _ ->
                        new Evidence.Found(
                                List.<BrokerNews>of(
                                        Desk.news(
                                                order, "b0", Requests.executed(order, "f", "1"))));

        var _ = desk.runAfter(MINUTE);

        assertThat(desk.find(order).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    @Proves("X20")
    void anOrderThatLacksFillsIsAskedAboutHoweverHealthyTheFeed() {
        NewOrder order = working(1).getFirst();
        var _ =
                desk.books
                        .book()
                        .apply(
                                order.id(),
                                Requests.reported(OrderStatus.NEW, "b0", Optional.of("0.5")),
                                "test");
        readTo(START.plus(MINUTE));

        var _ = desk.runAfter(MINUTE);

        assertThat(desk.broker.asked).hasSize(1);
    }

    @Test
    void whatTheFeedHasToldIsCountedApart() {
        working(1);
        readTo(START.plus(MINUTE));

        assertThat(desk.runAfter(MINUTE)).isEqualTo(new Tally(1, 0, 0, 1, 0));
    }

    @Test
    @Proves("X51")
    void aFeedThatNobodyReadsIsToldAfterFiveMinutes() {
        var _ = desk.runAfter(Duration.ofSeconds(299));
        assertThat(desk.rules()).isEmpty();

        var _ = desk.runAfter(Duration.ofSeconds(1));
        var _ = desk.runAfter(MINUTE);

        assertThat(desk.rules()).containsExactly("feed-silent");
    }

    private void readTo(Instant cursor) {
        assertThat(desk.books.leases().commit(lease, cursor)).isTrue();
    }

    private List<NewOrder> working(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> desk.heard("w" + i, Requests.reported(OrderStatus.NEW, "b" + i)))
                .toList();
    }
}
