package dev.primegate.order;

import static dev.primegate.order.OrderStatus.CANCELED;
import static dev.primegate.order.OrderStatus.FILLED;
import static dev.primegate.order.OrderStatus.NEVER_ARRIVED;
import static dev.primegate.order.OrderStatus.NEW;
import static dev.primegate.order.OrderStatus.PARTIALLY_FILLED;
import static dev.primegate.order.OrderStatus.PENDING_CANCEL;
import static dev.primegate.order.OrderStatus.PENDING_NEW;
import static dev.primegate.order.OrderStatus.REJECTED;
import static dev.primegate.order.OrderStatus.UNKNOWN;
import static dev.primegate.order.Orders.T0;
import static dev.primegate.order.Orders.busted;
import static dev.primegate.order.Orders.executed;
import static dev.primegate.order.Orders.reported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Transition.Surprise;
import dev.primegate.proof.Proves;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderTest {
    private final Orders.Tape book = new Orders.Tape(Orders.admitted(Orders.buy("a", "1")));

    @Test
    void beingReceivedIsNotYetWorking() {
        book.hear(reported(PENDING_NEW, "", 1));

        assertThat(book.order().status()).isEqualTo(PENDING_NEW);
        assertThat(book.order().progress().reports().brokerOrderId()).isPresent();
    }

    @Test
    @Proves("F4")
    void partialFillsAddUpToTheAveragePrice() {
        book.hear(reported(NEW, "", 1));
        book.hear(executed("f1", "0.4", "59990"));
        assertThat(book.order().status()).isEqualTo(PARTIALLY_FILLED);
        book.hear(executed("f2", "0.6", "60000"));

        assertThat(book.order().status()).isEqualTo(FILLED);
        assertThat(book.order().cumQty()).isEqualTo(Quantity.of("1"));
        assertThat(book.order().avgPx()).contains(Price.of("59996"));
    }

    @Test
    void whatTheBrokerCountsIsEvidenceAndIsNotBooked() {
        book.hear(reported(FILLED, "1", 1));

        assertThat(book.order().status()).isEqualTo(PENDING_NEW);
        assertThat(book.order().cumQty()).isEqualTo(Quantity.NONE);
        assertThat(book.order().progress().lacksExecutions()).isTrue();
    }

    @Test
    @Proves({"F5", "X21"})
    void aCancelWaitsForTheFillsItCounts() {
        book.hear(reported(CANCELED, "0.4", 2));
        assertThat(book.order().status()).isEqualTo(PENDING_NEW);

        book.hear(executed("f1", "0.4", "60000"));

        assertThat(book.order().status()).isEqualTo(CANCELED);
        assertThat(book.order().cumQty()).isEqualTo(Quantity.of("0.4"));
        assertThat(book.order().leavesQty()).contains(Quantity.NONE);
    }

    @Test
    void lateFillAfterCancelStillCounts() {
        book.hear(reported(CANCELED, "", 2));

        Transition late = book.hear(executed("f1", "0.4", "60000"));

        assertThat(book.order().status()).isEqualTo(CANCELED);
        assertThat(book.order().cumQty()).isEqualTo(Quantity.of("0.4"));
        assertThat(surprises(late)).containsExactly(Surprise.LATE_FILL);
    }

    @Test
    @Proves("X23")
    void anOverFillIsBookedAndTold() {
        book.hear(executed("f1", "1", "60000"));

        Transition over = book.hear(executed("f2", "0.5", "60000"));

        assertThat(book.order().cumQty()).isEqualTo(Quantity.of("1.5"));
        assertThat(surprises(over)).contains(Surprise.OVER_FILL);
    }

    @Test
    @Proves("X24")
    void aBustNetsItsExecutionOnceEarlyOrLate() {
        Orders.Tape early = new Orders.Tape(Orders.admitted(Orders.buy("a", "1")));
        early.hear(busted("f1"));
        early.hear(executed("f1", "0.4", "60000"));
        early.hear(busted("f1"));
        book.hear(executed("f1", "0.4", "60000"));
        book.hear(busted("f1"));
        book.hear(busted("f1"));

        assertThat(early.order().cumQty()).isEqualTo(Quantity.NONE);
        assertThat(book.order().progress()).isEqualTo(early.order().progress());
    }

    @Test
    @Proves("X24")
    void aCorrectionReplacesWithoutWorkingTwice() {
        book.hear(executed("f1", "1", "60000"));
        book.hear(busted("f1"));
        Transition corrected =
                book.hear(executed("f1c", "1", "59000", Optional.of(new ExecId("f1"))));

        assertThat(book.order().status()).isEqualTo(FILLED);
        assertThat(book.order().avgPx()).contains(Price.of("59000"));
        assertThat(surprises(corrected)).isEmpty();
    }

    @Test
    @Proves("X1")
    void doubtEndsWithAnySignOfTheOrder() {
        book.hear(new OrderEvent.Doubted(T0, "read timed out"));
        assertThat(book.order().status()).isEqualTo(UNKNOWN);

        book.hear(reported(NEW, "", 3));

        assertThat(book.order().status()).isEqualTo(NEW);
    }

    @Test
    @Proves("X18")
    void doubtAfterTheNewsCameIsNoDoubt() {
        book.hear(reported(NEW, "", 3));

        book.hear(new OrderEvent.Doubted(T0, "read timed out"));

        assertThat(book.order().status()).isEqualTo(NEW);
    }

    @Test
    @Proves("L10")
    void onlyAnOrderOfWhichNothingIsKnownGoesAnotherWayAndNeverBack() {
        Order order = book.order();
        Attempt first = order.attempt();
        Attempt next = next(first.owner(), 2);
        Route there = new Route(new BrokerId("falconx"), "test");

        Order moved = order.rerouted(there, next, T0);

        assertThat(moved.route()).isEqualTo(there);
        assertThat(moved.version()).isEqualTo(2);
        assertThat(Exposure.of(moved)).isEqualTo(Exposure.of(order));
        for (Attempt wrong : List.of(first, next(first.owner(), 3), next("another", 2))) {
            assertThatThrownBy(() -> order.rerouted(there, wrong, T0))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> order.rerouted(order.route(), next, T0))
                .isInstanceOf(IllegalArgumentException.class);
        book.hear(new OrderEvent.Doubted(T0, "reset"));
        assertThatThrownBy(() -> book.order().rerouted(there, next, T0))
                .hasMessageContaining("is UNKNOWN at coinbase-prime");
    }

    private static Attempt next(String owner, int number) {
        return new Attempt(
                number, owner, 0, T0, T0.plusSeconds(3), T0.plusSeconds(38), Optional.empty());
    }

    @Test
    void absenceCannotBeProvenOnceTheBrokerKnewTheOrder() {
        book.hear(reported(PENDING_NEW, "", 1));

        assertThat(book.hear(new OrderEvent.NeverArrived(T0, Orders.BROKER, "not in any list")))
                .isInstanceOf(Transition.Impossible.class);
    }

    @Test
    @Proves("X26")
    void anOrderThoughtDeadThatAppearsIsReopened() {
        book.hear(new OrderEvent.Doubted(T0, "reset"));
        book.hear(new OrderEvent.NeverArrived(T0, Orders.BROKER, "not in any list"));
        assertThat(book.order().status()).isEqualTo(NEVER_ARRIVED);
        assertThat(Exposure.of(book.order()).openBuy()).isEqualTo(Decimal10.ZERO);

        Transition alive = book.hear(reported(NEW, "", 50));

        assertThat(book.order().status()).isEqualTo(NEW);
        assertThat(surprises(alive)).containsExactly(Surprise.REOPENED);
        assertThat(Exposure.of(book.order()).openBuy()).isEqualTo(Decimal10.ONE);
    }

    @Test
    void aCancelOfAnOrderInDoubtWaits() {
        book.hear(new OrderEvent.Doubted(T0, "reset"));
        book.hear(new OrderEvent.CancelRequested(T0, "trader"));
        assertThat(book.order().status()).isEqualTo(UNKNOWN);

        book.hear(reported(NEW, "", 3));

        assertThat(book.order().status()).isEqualTo(PENDING_CANCEL);
    }

    @Test
    @Proves("X27")
    void newsThatCannotBeChangesNothing() {
        book.hear(executed("f1", "0.4", "60000"));
        Order before = book.order();

        Transition retold = book.hear(executed("f1", "0.5", "60000"));

        assertThat(retold).isInstanceOf(Transition.Impossible.class);
        assertThat(book.order()).isEqualTo(before);
    }

    @Test
    void aRejectedOrderThatFillsIsTold() {
        book.hear(reported(REJECTED, "", 1));

        assertThat(surprises(book.hear(executed("f1", "0.1", "60000"))))
                .containsExactly(Surprise.FILLED_THOUGH_REJECTED);
        assertThat(book.order().cumQty()).isEqualTo(Quantity.of("0.1"));
    }

    @Test
    void aCashSizedOrderIsFilledWhenTheBrokerSaysSoAndItsFillsAreHere() {
        Orders.Tape cash =
                new Orders.Tape(
                        Orders.admitted(
                                Orders.request(
                                        "c", Side.BUY, new OrderSize.Cash(Decimal10.of("6000")))));
        cash.hear(executed("f1", "0.05", "60000"));
        assertThat(cash.order().status()).isEqualTo(PARTIALLY_FILLED);
        assertThat(cash.order().leavesQty()).isEmpty();

        cash.hear(reported(FILLED, "0.1", 4));
        assertThat(cash.order().status()).isEqualTo(PARTIALLY_FILLED);
        cash.hear(executed("f2", "0.05", "60000"));

        assertThat(cash.order().status()).isEqualTo(FILLED);
    }

    private static Set<Surprise> surprises(Transition transition) {
        assertThat(transition).isInstanceOf(Transition.Advanced.class);
        return ((Transition.Advanced) transition).surprises();
    }
}
