package dev.primegate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.Evidence;
import dev.primegate.money.Quantity;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettleDoubtTest {
    private final Desk desk = new Desk();

    @Test
    void anOrderIsNotLookedAtBeforeItsTime() {
        NewOrder order = desk.admitted("early");

        assertThat(desk.run(Job.Kind.ORDERS)).isEqualTo(Tally.NONE);

        assertThat(desk.broker.asked).isEmpty();
        assertThat(desk.find(order).status()).isEqualTo(OrderStatus.PENDING_NEW);
    }

    @Test
    @Proves({"X1", "X3"})
    void whatTheBrokerHasIsBookedWithItsFills() {
        NewOrder order = desk.admitted("found");
        desk.broker.records =
                _ ->
                        new Evidence.Found(
                                List.of(
                                        Desk.news(
                                                order,
                                                "b-1",
                                                Requests.reported(
                                                        OrderStatus.PARTIALLY_FILLED,
                                                        "b-1",
                                                        Optional.of("0.4"))),
                                        Desk.news(
                                                order,
                                                "b-1",
                                                Requests.executed(order, "f-1", "0.4"))));

        assertThat(desk.runAfter(Duration.ofSeconds(6)).moved()).isEqualTo(1);

        assertThat(desk.find(order).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(desk.find(order).cumQty()).isEqualTo(Quantity.of("0.4"));
    }

    @Test
    @Proves({"X2", "X12", "X13"})
    void absenceCountsOnlyOnceTheBrokersClockIsBeyondTheFence() {
        NewOrder order = desk.admitted("absent");
        Instant fence = desk.find(order).attempt().fence();
        desk.broker.records = _ -> new Evidence.Absent("in no list", fence.minusSeconds(1));

        var _ = desk.runAfter(Duration.ofSeconds(6));
        assertThat(desk.find(order).status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(desk.rules()).containsExactly("order-unknown");

        // Our own clock says an hour later; the broker's still does not.
        var _ = desk.runAfter(Duration.ofHours(1));
        assertThat(desk.find(order).status()).isEqualTo(OrderStatus.UNKNOWN);

        desk.broker.records = _ -> new Evidence.Absent("in no list", fence);
        var _ = desk.runAfter(Duration.ofSeconds(6));
        assertThat(desk.find(order).status()).isEqualTo(OrderStatus.UNKNOWN);
        var _ = desk.runAfter(Duration.ofSeconds(6));
        assertThat(desk.find(order).status()).isEqualTo(OrderStatus.NEVER_ARRIVED);
        assertThat(desk.rules())
                .containsExactly("order-never-arrived", "order-unknown", "order-unknown");
    }

    @Test
    void anOrderBetweenTwoListsOfTheBrokerIsNotTakenForAbsent() {
        NewOrder order = desk.admitted("between");
        Instant fence = desk.find(order).attempt().fence();
        desk.broker.records = _ -> new Evidence.Absent("in no list", fence);
        assertThat(desk.runAfter(Duration.ofMinutes(1)).waiting()).isEqualTo(1);

        // Not again before the lists can have caught up.
        assertThat(desk.runAfter(Duration.ofSeconds(5))).isEqualTo(Tally.NONE);

        desk.broker.records =
                _ ->
                        new Evidence.Found(
                                List.of(
                                        Desk.news(
                                                order,
                                                "b-1",
                                                Requests.executed(order, "f-1", "1"))));
        assertThat(desk.runAfter(Duration.ofSeconds(1)).moved()).isEqualTo(1);
        assertThat(desk.find(order).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void doubtBetweenTwoAbsencesBeginsAnew() {
        NewOrder order = desk.admitted("anew");
        Instant fence = desk.find(order).attempt().fence();
        desk.broker.records = _ -> new Evidence.Absent("in no list", fence);
        var _ = desk.runAfter(Duration.ofMinutes(1));
        desk.broker.records = _ -> new Evidence.Inconclusive("page 2 was cut");
        var _ = desk.runAfter(Duration.ofSeconds(6));
        desk.broker.records = _ -> new Evidence.Absent("in no list", fence);

        var _ = desk.runAfter(Duration.ofSeconds(6));
        assertThat(desk.find(order).status()).isEqualTo(OrderStatus.UNKNOWN);
        var _ = desk.runAfter(Duration.ofSeconds(6));
        assertThat(desk.find(order).status()).isEqualTo(OrderStatus.NEVER_ARRIVED);
    }

    @Test
    void afterTheFirstAbsenceItIsNotAskedAgainBeforeTheFence() {
        NewOrder order = desk.admitted("patient");
        Instant fence = desk.find(order).attempt().fence();
        desk.broker.records = _ -> new Evidence.Absent("in no list", Desk.START);

        var _ = desk.runAfter(Duration.ofSeconds(6));
        var _ = desk.runAfter(Duration.between(desk.clock.instant(), fence).minusSeconds(1));
        assertThat(desk.broker.asked).hasSize(1);

        var _ = desk.runAfter(Duration.ofSeconds(1));
        assertThat(desk.broker.asked).hasSize(2);
    }

    @Test
    @Proves("X15")
    void whatProvesNothingLeavesTheDoubtAndTheHeadroomAlone() {
        NewOrder order = desk.heard("doubt", new OrderEvent.Doubted(Desk.START, "reset"));
        desk.broker.records = _ -> new Evidence.Inconclusive("page 2 was cut");

        for (int i = 0; i < 20; i++) {
            assertThat(desk.runAfter(Duration.ofSeconds(6)).waiting()).isEqualTo(1);
        }

        assertThat(desk.find(order).status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(desk.find(order).leavesQty()).contains(Quantity.of("1"));
        assertThat(desk.rules()).containsExactly("order-unknown");
    }

    @Test
    void oneOrderThatCannotBeLookedAtDoesNotKeepTheOthersFromIt() {
        NewOrder poison = desk.admitted("poison");
        NewOrder other = desk.admitted("other");
        desk.broker.records =
                order -> {
                    if (order.id().equals(poison.id())) {
                        throw new IllegalStateException("a bug");
                    }
                    return new Evidence.Absent("in no list", order.attempt().fence());
                };

        var _ = desk.runAfter(Duration.ofSeconds(6));
        assertThat(desk.runAfter(Duration.ofSeconds(6)).moved()).isEqualTo(1);

        assertThat(desk.find(other).status()).isEqualTo(OrderStatus.NEVER_ARRIVED);
        assertThat(desk.find(poison).status()).isEqualTo(OrderStatus.PENDING_NEW);
        assertThat(desk.rules()).contains("order-check-failed");

        // It does not stand in front of the others each time.
        assertThat(desk.runAfter(Duration.ofSeconds(53))).isEqualTo(Tally.NONE);
        assertThat(desk.runAfter(Duration.ofSeconds(1)).failed()).isEqualTo(1);
    }

    @Test
    void evidenceThatCannotBeBelievedIsToldAndAskedForAgainLater() {
        NewOrder order = desk.admitted("unbelieved");
        NewOrder stranger = Requests.sell("stranger", "1");
        desk.broker.records =
                _ ->
                        new Evidence.Found(
                                List.of(
                                        Desk.news(
                                                order,
                                                "b-1",
                                                Requests.executed(stranger, "f-1", "0.4"))));

        assertThat(desk.runAfter(Duration.ofSeconds(6)).waiting()).isEqualTo(1);
        assertThat(desk.rules()).containsExactly("impossible-news");
        assertThat(desk.runAfter(Duration.ofSeconds(4))).isEqualTo(Tally.NONE);
        assertThat(desk.runAfter(Duration.ofSeconds(1)).waiting()).isEqualTo(1);
    }
}
