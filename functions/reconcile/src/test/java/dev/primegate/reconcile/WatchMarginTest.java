package dev.primegate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.broker.Fetched;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.MarginState;
import dev.primegate.ledger.MarginState.Level;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.order.Admission;
import dev.primegate.order.NewOrder;
import dev.primegate.proof.Proves;
import dev.primegate.risk.HaltCase;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.TradingState;
import dev.primegate.testkit.Requests;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of trading when a broker calls for margin. */
class WatchMarginTest {
    private static final HaltScope PAPER = HaltScope.of(PaperRecords.PAPER);

    private final Desk desk = new Desk();
    private int orders;

    @Test
    @Proves("F6")
    void aCallLetsOrdersThereOnlyReduceAndPages() {
        NewOrder held = desk.heard("held", Requests.executed(Requests.buy("held", "1"), "f", "1"));
        assertThat(desk.find(held).cumQty().isNone()).isFalse();

        says(Level.CALLED, "call-1");

        assertThat(state()).isEqualTo(TradingState.REDUCING);
        assertThat(admit(Requests.buy("more", "0.1"), PaperRecords.PAPER))
                .isInstanceOf(Admission.Denied.class);
        assertThat(admit(Requests.sell("less", "1"), PaperRecords.PAPER))
                .isInstanceOf(Admission.Admitted.class);
        assertThat(admit(Requests.buy("elsewhere", "0.1"), new BrokerId("another")))
                .isInstanceOf(Admission.Admitted.class);
        assertThat(desk.books.alerts())
                .extracting(Alert::rule, Alert::severity)
                .containsExactlyInAnyOrder(
                        tuple("margin-call", Severity.CRITICAL),
                        tuple("trading-halted", Severity.CRITICAL));
    }

    @Test
    @Proves("F6")
    void aDeficitBeforeAnyCallDoesToo() {
        says(Level.DEFICIT);

        assertThat(state()).isEqualTo(TradingState.REDUCING);
    }

    @Test
    @Proves("F6")
    void itStaysAfterTheCallIsMetUntilTwoPersonsResume() {
        says(Level.CALLED, "call-1");
        says(Level.CLEAR);
        assertThat(state()).isEqualTo(TradingState.REDUCING);
        assertThat(desk.books.alerts())
                .filteredOn(alert -> alert.rule().equals("margin-call"))
                .extracting(Alert::action)
                .containsExactlyInAnyOrder(Alert.Action.TRIGGER, Alert.Action.RESOLVE);

        resume();
        says(Level.CLEAR);

        assertThat(state()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    @Proves("F6")
    void whoResumedKnewOfTheCallButNotOfAWorseOrAnotherOne() {
        says(Level.CALLED, "call-1");
        resume();
        says(Level.CALLED, "call-1");
        assertThat(state()).isEqualTo(TradingState.ACTIVE);

        says(Level.CALLED, "call-2");
        assertThat(state()).isEqualTo(TradingState.REDUCING);
        resume();
        says(Level.LIQUIDATING, "call-2");
        assertThat(state()).isEqualTo(TradingState.REDUCING);
    }

    @Test
    @Proves("F6")
    void anAnswerThatCannotBeReadIsNoHealthAndSomebodyIsTold() {
        says(Level.CALLED, "call-1");
        desk.broker.margin = new Fetched.Failed<>("unknown call_status: ENTITY_FINE");
        var _ = desk.run(Job.Kind.ORDERS);
        Tally tally = desk.run(Job.Kind.ORDERS);

        assertThat(tally.failed()).isEqualTo(1);
        assertThat(desk.rules())
                .containsExactly("margin-call", "margin-not-read", "trading-halted");
        assertThat(
                        desk.books
                                .margins()
                                .last(PaperRecords.PAPER, MarginState.Model.CROSS)
                                .orElseThrow()
                                .level())
                .isEqualTo(Level.CALLED);
    }

    private void says(Level level, String... calls) {
        desk.clock.advance(Duration.ofSeconds(1));
        MarginState state =
                new MarginState(
                        MarginState.Model.CROSS,
                        level,
                        Set.of(calls),
                        Optional.empty(),
                        level == Level.CLEAR
                                ? Optional.empty()
                                : Optional.of(new Money(Decimal10.of("-25000"), new Asset("USD"))),
                        desk.clock.instant(),
                        "paper");
        desk.broker.margin = new Fetched.Whole<>(List.of(state), desk.clock.instant());
        var _ = desk.run(Job.Kind.ORDERS);
    }

    private void resume() {
        desk.books.halts().resume(PAPER, "jane", "seen");
        desk.books.halts().resume(PAPER, "joe", "seen");
        assertThat(state()).isEqualTo(TradingState.ACTIVE);
    }

    private TradingState state() {
        return desk.books.halts().cases().stream()
                .filter(c -> c.scope().equals(PAPER))
                .findFirst()
                .map(HaltCase::state)
                .orElse(TradingState.ACTIVE);
    }

    private Admission admit(NewOrder order, BrokerId broker) {
        return desk.books
                .book()
                .admit(
                        Requests.routed(
                                Requests.intent(
                                        order,
                                        "margin-" + orders++,
                                        Requests.wide(),
                                        desk.clock.instant()),
                                broker));
    }
}
