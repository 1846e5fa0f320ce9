package dev.primegate.reconcile;

import static dev.primegate.reconcile.PaperRecords.PAPER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.BrokerAccount;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Evidence;
import dev.primegate.ledger.Orphan;
import dev.primegate.money.Quantity;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.ExecId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Requests;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a broker does in our name without us is booked, told, and given to its order if it has one.
 */
class AdoptOrphansTest {
    private final Desk desk = new Desk();
    private final NewOrder stranger = Requests.buy("stranger", "1");

    @BeforeEach
    void house() {
        desk.broker.records = o -> new Evidence.Absent("in no list", o.attempt().fence());
        BrokerAccount at = new BrokerAccount(PAPER, "1", "keys/paper", true);
        var _ =
                desk.books
                        .accounts()
                        .put(
                                new AccountRecord(
                                        Requests.FUND,
                                        Requests.MAIN,
                                        1,
                                        List.of(at),
                                        "ann",
                                        Desk.START));
    }

    @Test
    @Proves("X25")
    void aTradeThatNobodyClaimsIsBookedAndTold() {
        park(Requests.executed(stranger, "f1", "0.3"));

        var _ = desk.runAfter(Duration.ofSeconds(59));
        assertThat(held()).isEqualTo("nothing");
        var _ = desk.runAfter(Duration.ofSeconds(2));
        var _ = desk.runAfter(Duration.ofSeconds(60));

        assertThat(held()).isEqualTo("0.3");
        assertThat(desk.rules()).containsExactly("orphan-execution");
        assertThat(desk.books.inbox().parked(PAPER)).isEmpty();
    }

    @Test
    @Proves("X25")
    void aTradeWithoutAHomeWaitsUntilItHasOne() {
        BrokerAccount elsewhere =
                new BrokerAccount(Requests.BROKER, "portfolio", "keys/prime", true);
        change(2, elsewhere);
        park(Requests.executed(stranger, "f1", "0.3"));
        var _ = desk.runAfter(Duration.ofSeconds(61));
        assertThat(desk.rules()).containsExactly("orphan-news");
        assertThat(desk.books.inbox().parked(PAPER)).hasSize(1);

        change(3, new BrokerAccount(PAPER, "1", "keys/paper", false));
        var _ = desk.runAfter(Duration.ofSeconds(60));

        assertThat(held()).isEqualTo("0.3");
        assertThat(desk.books.inbox().parked(PAPER)).isEmpty();
    }

    @Test
    @Proves({"X24", "X25"})
    void aBustThatCameBeforeItsTradeTakesItBack() {
        park(new OrderEvent.Busted(new ExecId("f1"), Desk.START, "error"));
        var _ = desk.runAfter(Duration.ofSeconds(61));
        assertThat(desk.books.inbox().parked(PAPER)).hasSize(1);
        park(Requests.executed(stranger, "f1", "0.3"));

        var _ = desk.runAfter(Duration.ofSeconds(61));

        assertThat(held()).isEqualTo("0");
        assertThat(desk.books.inbox().parked(PAPER)).isEmpty();
        assertThat(desk.rules()).contains("execution-busted", "orphan-execution");
    }

    @Test
    @Proves("X25")
    void anOrderThatDidNotComeFromHereIsRememberedAndTold() {
        park(Requests.reported(OrderStatus.NEW, "b-9"));

        var _ = desk.runAfter(Duration.ofSeconds(61));

        assertThat(desk.books.orphans().orders(PAPER)).hasSize(1);
        assertThat(desk.rules()).containsExactly("external-order");
    }

    @Test
    @Proves("X25")
    void whatTurnsOutToBeOursGoesToItsOrder() {
        park(Requests.executed(stranger, "f1", "0.3"));
        park(Requests.reported(OrderStatus.NEW, "b-9"));
        var _ = desk.runAfter(Duration.ofSeconds(61));
        NewOrder order = desk.heard("mine", Requests.reported(OrderStatus.PARTIALLY_FILLED, "b-9"));

        var _ = desk.run(Job.Kind.ORDERS);

        assertThat(desk.find(order).cumQty()).isEqualTo(Quantity.of("0.3"));
        assertThat(held()).isEqualTo("0.3");
        assertThat(desk.books.orphans().all(PAPER)).isEqualTo(List.<Orphan>of());
        assertThat(desk.books.orphans().orders(PAPER)).isEmpty();
    }

    private void change(long version, BrokerAccount at) {
        assertThat(
                        desk.books
                                .accounts()
                                .put(
                                        new AccountRecord(
                                                Requests.FUND,
                                                Requests.MAIN,
                                                version,
                                                List.of(at),
                                                "ann",
                                                Desk.START)))
                .isTrue();
    }

    private String held() {
        return desk.books.ledger().positions(Requests.FUND, Requests.MAIN).stream()
                .map(position -> position.quantity().toString())
                .findFirst()
                .orElse("nothing");
    }

    private void park(OrderEvent event) {
        desk.books
                .inbox()
                .park(
                        PAPER,
                        new BrokerNews.OfOrder(
                                Optional.empty(),
                                new BrokerOrderId("b-9"),
                                event,
                                "e" + event.hashCode()),
                        desk.clock.instant());
    }
}
