package dev.primegate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Holding;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.proof.Proves;
import dev.primegate.risk.HaltCase;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.TradingState;
import dev.primegate.testkit.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of trading when a broker holds something else than we think. */
class WatchDriftTest {
    private static final HaltScope MAIN = HaltScope.of(Requests.FUND, Requests.MAIN);

    private final Desk desk = new Desk();

    /** One coin is held, and was bought long ago. */
    @BeforeEach
    void oneCoin() {
        desk.keepsMain();
        NewOrder order = Requests.buy("held", "1");
        desk.heard("held", Requests.executed(order, "fill-1", "1"));
        desk.clock.advance(Duration.ofHours(1));
        desk.books
                .references()
                .publish(Requests.BTC, Requests.price("50000", desk.clock.instant()));
        desk.broker.executed = new Fetched.Whole<>(List.of(), desk.clock.instant());
    }

    @Test
    @Proves({"I8", "X63"})
    void asMuchAsTheLimitPassesAndTheLeastBeyondItLetsTheAccountOnlyReduce() {
        held("0.995");
        assertThat(drift().failed()).isZero();
        assertThat(state()).isEqualTo(TradingState.ACTIVE);

        held("0.994999");
        assertThat(drift().moved()).isEqualTo(1);

        assertThat(state()).isEqualTo(TradingState.REDUCING);
        Alert told =
                desk.books.alerts().stream()
                        .filter(a -> a.rule().equals("position-drift"))
                        .filter(a -> a.action() == Alert.Action.TRIGGER)
                        .findFirst()
                        .orElseThrow();
        assertThat(told.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(told.summary()).contains(desk.clock.instant().toString());
    }

    @Test
    @Proves({"I8", "X63"})
    void aBrokerThatDoesNotAnswerIsNotOneThatHoldsNothing() {
        desk.broker.positions = new Fetched.Failed<>("status 503");

        assertThat(drift().failed()).isEqualTo(1);

        assertThat(state()).isEqualTo(TradingState.ACTIVE);
        assertThat(desk.rules()).contains("drift-unknown").doesNotContain("position-drift");
    }

    @Test
    @Proves("I8")
    void aDoubtIsOverWhenTheBrokerAnswersWhateverItSays() {
        desk.broker.positions = new Fetched.Failed<>("status 503");
        drift();
        held("0.5");
        drift();
        assertThat(told("drift-unknown"))
                .containsExactlyInAnyOrder(Alert.Action.TRIGGER, Alert.Action.RESOLVE);
        assertThat(told("position-drift")).containsExactly(Alert.Action.TRIGGER);

        held("1");
        drift();
        assertThat(told("position-drift"))
                .containsExactlyInAnyOrder(Alert.Action.TRIGGER, Alert.Action.RESOLVE);
    }

    @Test
    @Proves({"I8", "X63"})
    void twoPersonsMayResumeWhileItLastsAndItsReturnHaltsAnew() {
        held("0.5");
        drift();
        var _ = desk.books.halts().resume(MAIN, "ann", "explained");
        drift();
        var _ = desk.books.halts().resume(MAIN, "bob", "explained");
        assertThat(state()).isEqualTo(TradingState.ACTIVE);

        drift();
        assertThat(state()).isEqualTo(TradingState.ACTIVE);

        held("1");
        drift();
        held("0.5");
        drift();
        assertThat(state()).isEqualTo(TradingState.REDUCING);
    }

    @Test
    @Proves("I8")
    void anAnswerThatHoldsNothingIsOne() {
        desk.broker.positions = new Fetched.Whole<>(List.of(), desk.clock.instant());

        assertThat(drift().moved()).isEqualTo(1);

        assertThat(state()).isEqualTo(TradingState.REDUCING);
    }

    @Test
    @Proves("I8")
    void booksThatWereReadTooFarApartTellNothing() {
        desk.broker.positions =
                new Fetched.Whole<>(
                        List.of(new Holding("BTC", Decimal10.of("0.5"), Optional.empty())),
                        desk.clock.instant().minusSeconds(121));

        assertThat(drift().failed()).isEqualTo(1);
        assertThat(state()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    @Proves("I8")
    void aTradeUnderWayIsExplainedAndOneThatStaysIsNot() {
        held("1.5");
        reports(desk.clock.instant().minus(Duration.ofMinutes(14)));
        assertThat(drift()).isEqualTo(new Tally(1, 0, 0, 0, 0));

        reports(desk.clock.instant().minus(Duration.ofMinutes(16)));
        assertThat(drift().moved()).isEqualTo(1);
        assertThat(state()).isEqualTo(TradingState.REDUCING);
    }

    @Test
    @Proves("I8")
    void aTradeThatExplainsTooMuchIsADifferenceTheOtherWay() {
        held("1");
        reports(desk.clock.instant());

        assertThat(drift().moved()).isEqualTo(1);
    }

    @Test
    @Proves("I8")
    void aTradeBookedWhileTheBrokerIsAskedIsExplained() {
        held("1");
        Instant asked = desk.clock.instant();
        desk.broker.meanwhile =
                () -> {
                    desk.clock.advance(Duration.ofSeconds(10));
                    NewOrder order = Requests.buy("more", "0.5");
                    desk.heard("more", traded(order, asked.plusSeconds(5)));
                };

        assertThat(drift()).isEqualTo(new Tally(1, 0, 0, 0, 0));
    }

    @Test
    @Proves("I8")
    void aTradeThatNeitherBookHasYetExplainsNothing() {
        held("1");
        reports(desk.clock.instant().plusSeconds(5));

        assertThat(drift()).isEqualTo(new Tally(1, 0, 0, 0, 0));
    }

    @Test
    @Proves("I8")
    void somethingThatNobodyKnowsIsNotFlat() {
        desk.broker.positions =
                new Fetched.Whole<>(
                        List.of(
                                new Holding("BTC", Decimal10.ONE, Optional.empty()),
                                new Holding("WHAT", Decimal10.ONE, Optional.empty())),
                        desk.clock.instant());

        assertThat(drift().failed()).isEqualTo(1);
        assertThat(desk.rules()).contains("drift-unknown");
    }

    @Test
    void moneyIsNotCountedWhereNobodySaidHowItCounts() {
        desk.broker.positions =
                new Fetched.Whole<>(
                        List.of(
                                new Holding("BTC", Decimal10.ONE, Optional.empty()),
                                new Holding("USD", Decimal10.of("9999"), Optional.empty())),
                        desk.clock.instant());

        assertThat(drift()).isEqualTo(new Tally(1, 0, 0, 0, 0));
    }

    private void held(String coins) {
        desk.broker.positions =
                new Fetched.Whole<>(
                        List.of(new Holding("BTC", Decimal10.of(coins), Optional.empty())),
                        desk.clock.instant());
    }

    /** The broker tells of half a coin more, traded then. */
    private void reports(Instant traded) {
        NewOrder order = Requests.buy("more", "0.5");
        desk.broker.executed =
                new Fetched.Whole<>(
                        List.of(Desk.news(order, "b-9", traded(order, traded))),
                        desk.clock.instant());
    }

    private static OrderEvent traded(NewOrder order, Instant at) {
        Execution told =
                ((OrderEvent.Executed) Requests.executed(order, "fill-9", "0.5")).execution();
        return new OrderEvent.Executed(
                new Execution(
                        told.id(),
                        told.symbol(),
                        told.side(),
                        told.lastQty(),
                        told.lastPx(),
                        told.fee(),
                        at,
                        Optional.empty(),
                        "00"));
    }

    private List<Alert.Action> told(String rule) {
        return desk.books.alerts().stream()
                .filter(a -> a.rule().equals(rule))
                .map(Alert::action)
                .toList();
    }

    private Tally drift() {
        return desk.run(Job.Kind.DRIFT);
    }

    private TradingState state() {
        return desk.books.halts().cases().stream()
                .filter(c -> c.scope().equals(MAIN))
                .findFirst()
                .map(HaltCase::state)
                .orElse(TradingState.ACTIVE);
    }
}
