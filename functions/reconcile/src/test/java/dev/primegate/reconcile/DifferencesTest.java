package dev.primegate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Evidence;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Product;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Requests;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final OrderEvent HALF =
            Requests.reported(OrderStatus.PARTIALLY_FILLED, "b-1", Optional.of("0.5"));

    private final Desk desk = new Desk();

    @Test
    @Proves({"X20", "G11"})
    void aFillThatNoFeedBroughtIsFetched() {
        NewOrder order = desk.heard("silent", Requests.reported(OrderStatus.NEW, "b-1"));
        desk.broker.records =
                _ ->
                        new Evidence.Found(
                                List.of(
                                        Desk.news(order, "b-1", HALF),
                                        Desk.news(
                                                order,
                                                "b-1",
                                                Requests.executed(order, "f-1", "0.5"))));

        var _ = desk.runAfter(Duration.ofSeconds(49));
        assertThat(desk.broker.asked).isEmpty();
        var _ = desk.runAfter(Duration.ofSeconds(1));

        assertThat(desk.find(order).cumQty()).isEqualTo(Quantity.of("0.5"));
        assertThat(desk.rules()).isEmpty();
    }

    @Test
    @Proves("X20")
    void fillsThatAreCountedAndNotShownForAMinuteAreTold() {
        NewOrder order = desk.heard("hidden", HALF);
        desk.broker.records = _ -> new Evidence.Found(List.of(Desk.news(order, "b-1", HALF)));

        while (desk.clock.instant().isBefore(Desk.START.plusSeconds(60))) {
            var _ = desk.runAfter(Duration.ofSeconds(3));
        }
        assertThat(desk.rules()).isEmpty();
        for (int i = 0; i < 5; i++) {
            var _ = desk.runAfter(Duration.ofSeconds(3));
        }

        assertThat(desk.rules()).containsExactly("fills-missing");
        assertThat(desk.find(order).cumQty()).isEqualTo(Quantity.NONE);
    }

    @Test
    void anOrderTheBrokerNoLongerKnowsIsTold() {
        NewOrder order = desk.heard("gone", Requests.reported(OrderStatus.NEW, "b-1"));
        desk.broker.records = o -> new Evidence.Absent("gone", o.attempt().fence());

        var _ = desk.runAfter(Duration.ofSeconds(51));
        var _ = desk.runAfter(Duration.ofSeconds(51));

        assertThat(desk.find(order).status()).isEqualTo(OrderStatus.NEW);
        assertThat(desk.rules()).containsExactly("order-vanished");
    }

    @Test
    @Proves("X25")
    void newsThatCameBeforeItsOrderWasKnownIsBookedLater() {
        NewOrder order = desk.admitted("late");
        park(order, "b-9", "0.3");
        assertThat(desk.run(Job.Kind.ORDERS).waiting()).isEqualTo(1);

        var _ =
                desk.books
                        .book()
                        .apply(order.id(), Requests.reported(OrderStatus.NEW, "b-9"), "test");
        assertThat(desk.run(Job.Kind.ORDERS).moved()).isEqualTo(1);

        assertThat(desk.find(order).cumQty()).isEqualTo(Quantity.of("0.3"));
        assertThat(desk.books.inbox().parked(PaperRecords.PAPER)).isEmpty();
    }

    @Test
    @Proves("X25")
    void newsThatNobodyClaimsIsToldOnceNoOrderIsInDoubt() {
        NewOrder doubtful = desk.admitted("doubtful");
        park(Requests.buy("stranger", "1"), "b-9", "0.3");

        var _ = desk.runAfter(Duration.ofSeconds(61));
        assertThat(desk.rules()).doesNotContain("orphan-news");

        desk.broker.records = o -> new Evidence.Absent("in no list", o.attempt().fence());
        var _ = desk.runAfter(Duration.ofSeconds(6));
        var _ = desk.runAfter(Duration.ofSeconds(6));
        assertThat(desk.find(doubtful).status()).isEqualTo(OrderStatus.NEVER_ARRIVED);
        assertThat(desk.rules()).contains("orphan-news");
        assertThat(desk.books.inbox().parked(PaperRecords.PAPER)).hasSize(1);
    }

    @Test
    void stepsFinerThanTheBrokersAreTold() {
        desk.broker.products =
                new Fetched.Whole<>(
                        List.of(
                                product("BTC-USD", "0.00000001", "0.01"),
                                product("ETH-USD", "0.001", "0.01"),
                                product("NOT-OURS", "5", "5")),
                        Desk.START);

        assertThat(desk.run(Job.Kind.PRODUCTS)).isEqualTo(new Tally(2, 0, 1, 0, 0));

        assertThat(desk.rules()).containsExactly("steps-differ");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsNotTakenForOneThatAgrees() {
        assertThat(desk.run(Job.Kind.PRODUCTS)).isEqualTo(new Tally(1, 0, 0, 0, 1));

        assertThat(desk.rules()).containsExactly("products-not-compared");
    }

    private void park(NewOrder order, String brokerOrderId, String quantity) {
        desk.books
                .inbox()
                .park(
                        PaperRecords.PAPER,
                        new BrokerNews.OfOrder(
                                Optional.empty(),
                                new BrokerOrderId(brokerOrderId),
                                Requests.executed(order, "f-" + brokerOrderId, quantity),
                                "parked-" + brokerOrderId),
                        desk.clock.instant());
    }

    private static Product product(String symbol, String quantityStep, String priceStep) {
        return new Product(
                symbol,
                Decimal10.of(quantityStep),
                Decimal10.of(priceStep),
                Decimal10.of("0.001"),
                Decimal10.of("1000"));
    }
}
