package dev.primegate.testkit;

import static dev.primegate.testkit.Requests.BROKER;
import static dev.primegate.testkit.Requests.BTC;
import static dev.primegate.testkit.Requests.FUND;
import static dev.primegate.testkit.Requests.MAIN;
import static dev.primegate.testkit.Requests.buy;
import static dev.primegate.testkit.Requests.executed;
import static dev.primegate.testkit.Requests.intent;
import static dev.primegate.testkit.Requests.limits;
import static dev.primegate.testkit.Requests.reported;
import static dev.primegate.testkit.Requests.sell;
import static dev.primegate.testkit.Requests.wide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.primegate.audit.Chain;
import dev.primegate.audit.HistoryEntry;
import dev.primegate.book.Due;
import dev.primegate.book.Intent;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Admission;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Denial;
import dev.primegate.order.ExecId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Transition;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Limits;
import dev.primegate.risk.TradingState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How every book lets an order that never left go another way, and when it does not. */
public abstract class RerouteContract {
    private static final Instant T0 = Instant.parse("2026-11-02T10:00:00Z");
    private static final BrokerId OTHER = new BrokerId("falconx");
    private static final AtomicLong OWNERS = new AtomicLong();

    protected final SettableClock clock = new SettableClock(T0);
    private Books books = new MemoryBooks(clock);

    /** An empty store that tells time by {@link #clock}. */
    protected abstract Books open();

    @BeforeEach
    protected final void start() {
        books = open();
    }

    @Test
    @Proves("L10")
    void theNextAttemptIsWrittenWithItsBrokerAndWhyAndKeepsTheHeadroom() {
        Limits one = limits("100", 1, "1", "0");
        Intent first = intent(buy("a", "1"), owner(), one, clock.instant());
        Admission.Admitted admitted = admitted(first);
        clock.advance(Duration.ofMillis(700));

        Admission.Admitted again = (Admission.Admitted) reroute(admitted, first);

        assertThat(books.query().find(again.order().id())).contains(again.order());
        assertThat(again.order())
                .extracting(
                        o -> o.route().broker(),
                        o -> o.attempt().number(),
                        Order::status,
                        Order::version)
                .containsExactly(OTHER, 2, OrderStatus.PENDING_NEW, 2L);
        assertThat(again.order().attempt().fence()).isEqualTo(clock.instant().plusSeconds(38));
        assertThat(books.query().history(again.order().id()))
                .extracting(
                        HistoryEntry::event,
                        HistoryEntry::by,
                        e -> e.facts().get("broker"),
                        e -> e.facts().get("from"),
                        e -> e.facts().get("unsentBecause"))
                .containsExactly(
                        tuple("ADMITTED", "trader", "coinbase-prime", null, null),
                        tuple("REROUTED", "send", "falconx", "coinbase-prime", "refused"));
        assertThat(admit(buy("b", "1"), one)).isInstanceOf(Admission.Denied.class);
        books.book().apply(again, reported(OrderStatus.PENDING_NEW, "f1"), "send");
        assertThat(books.book().findByAlias(OTHER, new BrokerOrderId("f1")))
                .contains(again.order().id());
        books.book().apply(again.order().id(), reported(OrderStatus.CANCELED, "f1"), "feed");
        assertThat(Chain.firstBad(books.query().history(again.order().id())))
                .isEqualTo(OptionalInt.empty());
        assertThat(admit(buy("b", "1"), one)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    @Proves("L10")
    void anOrderInDoubtOrWithAnyNewsIsNeverRerouted() {
        for (OrderEvent news :
                List.of(
                        new OrderEvent.Doubted(T0, "reset"),
                        new OrderEvent.CancelRequested(T0, "jane"),
                        reported(OrderStatus.PENDING_NEW, "p1"),
                        new OrderEvent.NotSent(T0, "gave up"))) {
            books = open();
            Intent first = intent(buy("a", "1"), owner(), wide(), clock.instant());
            Admission.Admitted admitted = admitted(first);
            Order moved = books.book().apply(buy("a", "1").id(), news, "test").order();

            assertThat(reroute(admitted, first))
                    .as("%s", news)
                    .isEqualTo(new Admission.Known(moved));
            assertThat(books.query().find(moved.id())).contains(moved);
            assertThat(books.query().history(moved.id())).hasSize(2);
        }
    }

    @Test
    @Proves("L10")
    void itGoesAnotherWayOnceThoughTwoTryAtOnce() {
        Intent first = intent(buy("a", "1"), owner(), wide(), clock.instant());
        Admission.Admitted admitted = admitted(first);
        Admission.Admitted again = (Admission.Admitted) reroute(admitted, first);

        assertThat(reroute(admitted, first)).isEqualTo(new Admission.Known(again.order()));
    }

    @Test
    @Proves("L10")
    void absenceAtTheFirstBrokerSaysNothingOfAnOrderThatWentElsewhere() {
        Intent first = intent(buy("a", "1"), owner(), wide(), clock.instant());
        Admission.Admitted again = (Admission.Admitted) reroute(admitted(first), first);
        OrderEvent stale = new OrderEvent.NeverArrived(T0, BROKER, "in no list");

        assertThat(books.book().apply(again.order().id(), stale, "reconcile"))
                .isEqualTo(new Transition.Unchanged(again.order()));
        assertThat(
                        books.book()
                                .apply(
                                        again.order().id(),
                                        new OrderEvent.NeverArrived(T0, OTHER, "in no list"),
                                        "reconcile")
                                .order()
                                .status())
                .isEqualTo(OrderStatus.NEVER_ARRIVED);
    }

    @Test
    @Proves({"L10", "X32"})
    void aHaltOfItsNewWayStopsItAndOneOfItsOldWayDoesNot() {
        for (HaltScope scope :
                List.of(
                        HaltScope.ALL,
                        HaltScope.of(OTHER),
                        HaltScope.of(FUND, MAIN),
                        HaltScope.of(BTC))) {
            books = open();
            Intent first = intent(buy("a", "1"), owner(), wide(), clock.instant());
            Admission.Admitted admitted = admitted(first);
            books.halts().halt(Halt.of(scope, "jane", "test"));

            assertThat(denial(reroute(admitted, first)))
                    .as("%s", scope)
                    .isEqualTo(Denial.of(Denial.HALTED, "trading is halted: " + scope));
            assertThat(books.query().find(admitted.order().id())).contains(admitted.order());
        }
        books = open();
        Intent first = intent(buy("a", "1"), owner(), wide(), clock.instant());
        Admission.Admitted admitted = admitted(first);
        books.halts().halt(Halt.of(HaltScope.of(BROKER), "jane", "test"));
        assertThat(reroute(admitted, first)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    @Proves({"L10", "F6"})
    void whereOnlyReducingPassesItMustStillReduce() {
        hold("2");
        NewOrder covered = sell("s", "2");
        Intent first = intent(covered, owner(), wide(), clock.instant());
        Admission.Admitted admitted = admitted(first);
        Intent more = intent(buy("b", "1"), owner(), wide(), clock.instant());
        Admission.Admitted buying = admitted(more);
        reduceAtOther();

        assertThat(denial(reroute(buying, more)))
                .isEqualTo(Denial.reducing(HaltScope.of(OTHER).text(), "0", "1"));
        assertThat(reroute(admitted, first)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    @Proves({"L10", "F6"})
    void whereOnlyReducingPassesASellThatIsNoLongerCoveredStays() {
        hold("2");
        Intent first = intent(sell("s", "2"), owner(), wide(), clock.instant());
        Admission.Admitted admitted = admitted(first);
        books.book().apply(buy("long", "2").id(), executedBust(), "feed");
        reduceAtOther();

        assertThat(denial(reroute(admitted, first)))
                .isEqualTo(Denial.reducing(HaltScope.of(OTHER).text(), "0", "2"));
    }

    @Test
    @Proves("L10")
    void itComesDueByItsNewLease() {
        Intent first = intent(buy("a", "1"), owner(), wide(), clock.instant());
        Admission.Admitted admitted = admitted(first);
        clock.advance(Duration.ofSeconds(2));
        assertThat(reroute(admitted, first)).isInstanceOf(Admission.Admitted.class);

        assertThat(books.query().due(Due.Duty.LOOK_UP, T0.plusSeconds(6), 10)).isEmpty();
        assertThat(books.query().due(Due.Duty.LOOK_UP, T0.plusSeconds(7), 10))
                .containsExactly(admitted.order().id());
    }

    @Test
    @Proves("X70")
    void softwareThatIsOlderThanTheLeastReleaseAdmitsNothing() {
        assertThat(admit(7, buy("a", "1"))).isInstanceOf(Admission.Admitted.class);
        books.halts().retireBefore(8);
        books.halts().retireBefore(3);

        assertThat(denial(admit(7, buy("b", "1")))).isEqualTo(Denial.retired(8, 7));
        assertThat(admit(8, buy("b", "1"))).isInstanceOf(Admission.Admitted.class);
        assertThat(denial(admit(7, Requests.of("new", buy("c", "1")))))
                .as("an account that is seen for the first time")
                .isEqualTo(Denial.retired(8, 7));
        assertThat(books.query().find(buy("b", "1").id()).orElseThrow().attempt().release())
                .isEqualTo(8);
    }

    @Test
    @Proves({"X70", "L10"})
    void softwareThatWasRetiredMeanwhileReroutesNothing() {
        Intent first = Requests.of(7, intent(buy("a", "1"), owner(), wide(), clock.instant()));
        Admission.Admitted admitted = admitted(first);
        books.halts().retireBefore(8);

        assertThat(denial(reroute(admitted, first))).isEqualTo(Denial.retired(8, 7));
    }

    private Admission admit(long release, NewOrder order) {
        return books.book()
                .admit(Requests.of(release, intent(order, owner(), wide(), clock.instant())));
    }

    private Admission admit(NewOrder order, Limits limits) {
        return books.book().admit(intent(order, owner(), limits, clock.instant()));
    }

    private Admission.Admitted admitted(Intent intent) {
        return (Admission.Admitted) books.book().admit(intent);
    }

    private Admission reroute(Admission.Admitted unsent, Intent first) {
        return books.book()
                .reroute(
                        unsent,
                        Requests.rerouted(first, OTHER, clock.instant()),
                        "send",
                        "refused");
    }

    private void hold(String quantity) {
        NewOrder order = buy("long", quantity);
        assertThat(admit(order, wide())).isInstanceOf(Admission.Admitted.class);
        books.book().apply(order.id(), executed(order, "l1", quantity), "feed");
    }

    private static OrderEvent executedBust() {
        return new OrderEvent.Busted(new ExecId("l1"), T0, "error");
    }

    private void reduceAtOther() {
        books.halts()
                .halt(
                        new Halt(
                                HaltScope.of(OTHER),
                                TradingState.REDUCING,
                                "jane",
                                "test",
                                Optional.empty()));
    }

    private static Denial denial(Admission answer) {
        assertThat(answer).isInstanceOf(Admission.Denied.class);
        return ((Admission.Denied) answer).denial();
    }

    private static String owner() {
        return "rerouter-" + OWNERS.incrementAndGet();
    }
}
