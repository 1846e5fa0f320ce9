package dev.primegate.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.primegate.alert.Alert;
import dev.primegate.breaks.Break;
import dev.primegate.breaks.BreakId;
import dev.primegate.breaks.BreakLog;
import dev.primegate.breaks.BreakLog.Query;
import dev.primegate.breaks.BreakMove;
import dev.primegate.breaks.BreakNote;
import dev.primegate.breaks.BreakScope;
import dev.primegate.breaks.BreakScope.Subject;
import dev.primegate.breaks.BreakState;
import dev.primegate.breaks.BreakStep;
import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Evidence;
import dev.primegate.breaks.Finding;
import dev.primegate.breaks.Gravity;
import dev.primegate.breaks.Party;
import dev.primegate.breaks.Reason;
import dev.primegate.breaks.Recorded;
import dev.primegate.breaks.Run;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.proof.Proves;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link BreakLog} must do. Each test gets a fresh one. */
public abstract class BreakContract {
    protected static final Instant NINE = Instant.parse("2026-11-03T09:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3600);
    private static final Instant ELEVEN = TEN.plusSeconds(3600);
    private static final Tenant FUND = new Tenant("fund");
    private static final Account MAIN = new Account("main");
    protected static final BreakScope TRADES =
            new BreakScope(
                    FUND,
                    MAIN,
                    new BrokerId("clear-street"),
                    Subject.TRADES,
                    LocalDate.parse("2026-11-02"));
    private static final BreakScope CASH =
            new BreakScope(FUND, MAIN, TRADES.broker(), Subject.CASH, TRADES.day());
    private static final Query LIVE = new Query(false, 100);
    private static final Query CLOSED = new Query(true, 100);

    private BreakLog log = new MemoryBreakLog();

    protected abstract BreakLog open();

    /** Every alert in the store, in any order. */
    protected abstract List<Alert> alerts();

    @BeforeEach
    void openOne() {
        log = open();
    }

    @Test
    @Proves("G14")
    void aFindingBecomesABreakWithEverythingThatWasFound() {
        Finding finding = finding("e1", new Cause.QuantityDiffers(d("5"), d("3.0000000001")));

        Recorded recorded = log.record(run("r1", NINE), List.of(finding));

        Break expected = only(recorded);
        assertThat(recorded).isEqualTo(new Recorded.Done(1, 0, List.of(expected), 0));
        assertThat(expected.finding()).isEqualTo(finding);
        assertThat(expected.state()).isEqualTo(BreakState.OPEN);
        assertThat(expected.opened()).isEqualTo(NINE);
        assertThat(expected.age(TEN)).isEqualTo(Duration.ofHours(1));
        assertThat(log.find(expected.id())).contains(expected);
        assertThat(log.list(FUND, MAIN, LIVE)).containsExactly(expected);
        assertThat(log.notes(expected.id()))
                .containsExactly(
                        new BreakNote(NINE, "reconcile", "FOUND", 1, finding.cause().action()));
    }

    @Test
    void everyCauseComesBackAsItWas() {
        List<Cause> causes = Causes.oneOfEach();
        List<Finding> findings =
                IntStream.range(0, causes.size())
                        .mapToObj(i -> finding("e" + i, causes.get(i)))
                        .toList();
        var _ = log.record(run("r1", NINE), findings);

        assertThat(log.list(FUND, MAIN, LIVE))
                .extracting(b -> b.finding())
                .containsExactlyInAnyOrderElementsOf(findings);
    }

    @Test
    @Proves("X52")
    void theSameRunAgainChangesNothing() {
        List<Finding> findings = List.of(missing("e1"), missing("e2"));
        Recorded.Done first = done(log.record(run("r1", NINE), findings));

        Recorded.Done again =
                done(log.record(run("r1", NINE), List.of(missing("e2"), missing("e1"))));

        assertThat(again).isEqualTo(new Recorded.Done(0, 0, first.live(), 0));
        assertThat(first.live()).allMatch(b -> log.notes(b.id()).size() == 1);
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void laterBooksThatDifferAlikeChangeNothingEither() {
        Recorded.Done first = done(log.record(run("r1", NINE), List.of(missing("e1"))));

        assertThat(log.record(run("r2", TEN), List.of(missing("e1"))))
                .isEqualTo(new Recorded.Done(0, 0, first.live(), 0));
    }

    @Test
    void aDifferenceThatGrowsIsTheSameBreak() {
        Break first = only(log.record(run("r1", NINE), List.of(quantity("5", "3"))));

        Break grown = only(log.record(run("r2", TEN), List.of(quantity("5", "1"))));

        assertThat(grown.id()).isEqualTo(first.id());
        assertThat(grown.version()).isEqualTo(2);
        assertThat(grown.opened()).isEqualTo(NINE);
        assertThat(grown.finding()).isEqualTo(quantity("5", "1"));
    }

    @Test
    void whatIsNoLongerFoundClosesWithTheRunAsEvidence() {
        Break gone = only(log.record(run("r1", NINE), List.of(missing("e1"))));

        assertThat(log.record(run("r2", TEN), List.of()))
                .isEqualTo(new Recorded.Done(0, 1, List.of(), 0));

        Break closed = log.find(gone.id()).orElseThrow();
        assertThat(closed.state()).isEqualTo(BreakState.CLOSED);
        assertThat(closed.reason()).contains(Reason.NO_LONGER_FOUND);
        assertThat(log.notes(gone.id()).getLast().text()).isEqualTo("NO_LONGER_FOUND: run r2");
        assertThat(log.list(FUND, MAIN, LIVE)).isEmpty();
        assertThat(log.list(FUND, MAIN, CLOSED)).containsExactly(closed);
    }

    @Test
    @Proves("G14")
    void whatReturnsIsOpenAgainByItself() {
        Break first = only(log.record(run("r1", NINE), List.of(missing("e1"))));
        close(first.id(), NINE.plusSeconds(60));

        // The books are those that the closing knew of.
        assertThat(log.record(run("r1", NINE), List.of(missing("e1"))))
                .isEqualTo(new Recorded.Done(0, 0, List.of(), 0));
        Recorded.Done newer = done(log.record(run("r2", TEN), List.of(missing("e1"))));

        Break returned = newer.live().getFirst();
        assertThat(newer.opened()).isEqualTo(1);
        assertThat(returned.id()).isEqualTo(first.id());
        assertThat(returned.state()).isEqualTo(BreakState.OPEN);
        assertThat(returned.returns()).isEqualTo(1);
        assertThat(returned.reason()).isEmpty();
        assertThat(log.notes(first.id()))
                .extracting(BreakNote::step)
                .containsExactly("FOUND", "CLOSED", "RETURNED");
    }

    @Test
    void whatIsExplainedStaysSoUntilMoreIsAtStake() {
        Break one = only(log.record(run("r1", NINE), List.of(quantity("5", "3"))));
        moved(log.apply(one.id(), new BreakStep.Explain("jane", NINE, Reason.TIMING, "in flight")));

        Break same = only(log.record(run("r2", TEN), List.of(quantity("5", "3"))));
        assertThat(same.state()).isEqualTo(BreakState.EXPLAINED);
        Break less = only(log.record(run("r3", TEN), List.of(quantity("5", "4"))));
        assertThat(less.state()).isEqualTo(BreakState.EXPLAINED);
        Break more = only(log.record(run("r4", ELEVEN), List.of(quantity("5", "2"))));
        assertThat(more.state()).isEqualTo(BreakState.OPEN);
    }

    @Test
    @Proves("X53")
    void olderBooksThanTheLastOnesCountForNothing() {
        var _ = log.record(run("r2", TEN), List.of(missing("e1")));

        assertThat(log.record(run("r1", NINE), List.of(missing("e9"))))
                .isEqualTo(new Recorded.Stale(TEN));
        assertThat(log.list(FUND, MAIN, LIVE))
                .extracting(b -> b.finding().key())
                .containsExactly("e1");
    }

    @Test
    void scopesDoNotCloseEachOthersBreaks() {
        var _ = log.record(run("r1", NINE), List.of(missing("e1")));
        var _ = log.record(new Run(CASH, "c1", TEN), List.of());

        assertThat(log.list(FUND, MAIN, LIVE)).hasSize(1);
        assertThat(log.list(new Tenant("other"), MAIN, LIVE)).isEmpty();
        assertThat(log.list(FUND, new Account("other"), LIVE)).isEmpty();
    }

    @Test
    @Proves("G14")
    void itIsTakenExplainedClosedAndReopenedStepByStep() {
        BreakId id = only(log.record(run("r1", NINE), List.of(missing("e1")))).id();

        assertThat(moved(log.apply(id, new BreakStep.Take("jane", NINE))).owner()).contains("jane");
        assertThat(log.apply(id, new BreakStep.Take("jane", TEN)))
                .isInstanceOf(BreakMove.Unchanged.class);
        assertThat(moved(log.apply(id, new BreakStep.Take("joe", TEN))).state())
                .isEqualTo(BreakState.INVESTIGATING);
        close(id, TEN);
        assertThat(log.apply(id, new BreakStep.Take("jane", TEN)))
                .isEqualTo(new BreakMove.Refused("cannot take a break that is CLOSED"));
        Break again = moved(log.apply(id, new BreakStep.Reopen("jane", TEN, "it is not")));

        assertThat(again.state()).isEqualTo(BreakState.OPEN);
        assertThat(again.owner()).contains("joe");
        assertThat(log.notes(id))
                .extracting(BreakNote::step, BreakNote::by, BreakNote::version)
                .containsExactly(
                        tuple("FOUND", "reconcile", 1L),
                        tuple("TAKEN", "jane", 2L),
                        tuple("TAKEN", "joe", 3L),
                        tuple("CLOSED", "jane", 4L),
                        tuple("REOPENED", "jane", 5L));
    }

    @Test
    @Proves("G14")
    void nothingClosesWithoutAReasonOfAPersonAndEvidence() {
        BreakId id = only(log.record(run("r1", NINE), List.of(missing("e1")))).id();

        assertThat(log.apply(id, new BreakStep.Close("jane", TEN, Reason.TIMING, " ")))
                .isEqualTo(new BreakMove.Refused("expected evidence, found none"));
        assertThat(log.apply(id, new BreakStep.Close("jane", TEN, Reason.NO_LONGER_FOUND, "x")))
                .isInstanceOf(BreakMove.Refused.class);
        assertThat(log.find(id).orElseThrow().state()).isEqualTo(BreakState.OPEN);
    }

    @Test
    void aStepWithABreakThatIsNotThereIsABug() {
        assertThatThrownBy(() ->
                        log.apply(
                                new BreakId("0123456789abcdef-0123456789abcdef"),
                                new BreakStep.Take("jane", NINE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Proves({"G14", "J8"})
    void oneAlertIsRaisedForAllBreaksOfARunAndResolvedWhenNoneIsLeft() {
        var _ = log.record(run("r1", NINE), List.of(missing("e1"), missing("e2")));
        var _ = log.record(run("r2", TEN), List.of(missing("e2")));
        var _ = log.record(run("r3", ELEVEN), List.of());
        var _ = log.record(run("r4", ELEVEN), List.of());

        assertThat(alerts())
                .extracting(Alert::action, Alert::at)
                .containsExactlyInAnyOrder(
                        tuple(Alert.Action.TRIGGER, NINE), tuple(Alert.Action.RESOLVE, ELEVEN));
        assertThat(alerts())
                .extracting(Alert::dedupKey)
                .containsOnly("breaks-found:" + TRADES.digest());
    }

    @Test
    void aPersonWhoClosesTheLastOneEndsTheAlertWithTheNextRun() {
        Break one = only(log.record(run("r1", NINE), List.of(missing("e1"))));
        close(one.id(), TEN.plusSeconds(1));
        var _ = log.record(run("r2", TEN), List.of(missing("e1")));

        assertThat(alerts())
                .extracting(Alert::action)
                .containsExactlyInAnyOrder(Alert.Action.TRIGGER, Alert.Action.RESOLVE);
    }

    @Test
    void aRunWithoutBreaksIsSilent() {
        var _ = log.record(run("r1", NINE), List.of());

        assertThat(alerts()).isEmpty();
    }

    @Test
    void aLongRunIsWrittenWhole() {
        List<Finding> findings = IntStream.range(0, 150).mapToObj(i -> missing("e" + i)).toList();

        Recorded.Done first = done(log.record(run("r1", NINE), findings));
        Recorded.Done last = done(log.record(run("r2", TEN), List.of()));

        assertThat(first.opened()).isEqualTo(150);
        assertThat(first.live()).hasSize(150);
        assertThat(last).isEqualTo(new Recorded.Done(0, 150, List.of(), 0));
        assertThat(alerts()).hasSize(2);
    }

    @Test
    @Proves("X52")
    void runsAtTheSameMomentMakeEachBreakOnce() throws Exception {
        List<Finding> findings = IntStream.range(0, 60).mapToObj(i -> missing("e" + i)).toList();
        Callable<Recorded> record = () -> log.record(run("r1", NINE), findings);
        List<Recorded> all = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<Recorded> one : pool.invokeAll(Collections.nCopies(4, record))) {
                all.add(one.get());
            }
        }

        assertThat(all).extracting(r -> done(r).live().size()).containsOnly(60);
        List<Break> live = log.list(FUND, MAIN, LIVE);
        assertThat(live).hasSize(60).allMatch(b -> b.version() == 1);
        assertThat(live).allMatch(b -> log.notes(b.id()).size() == 1);
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void twoPersonsAtOnceBothLeaveTheirNote() throws Exception {
        BreakId id = only(log.record(run("r1", NINE), List.of(missing("e1")))).id();
        List<Callable<BreakMove>> takes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String who = "person" + i;
            takes.add(() -> log.apply(id, new BreakStep.Take(who, TEN)));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<BreakMove> take : pool.invokeAll(takes)) {
                assertThat(take.get()).isInstanceOf(BreakMove.Moved.class);
            }
        }

        assertThat(log.find(id).orElseThrow().version()).isEqualTo(5);
        assertThat(log.notes(id))
                .extracting(BreakNote::version)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    private void close(BreakId id, Instant at) {
        assertThat(
                        moved(
                                        log.apply(
                                                id,
                                                new BreakStep.Close(
                                                        "jane",
                                                        at,
                                                        Reason.BROKER_CORRECTED,
                                                        "ticket 7")))
                                .state())
                .isEqualTo(BreakState.CLOSED);
    }

    protected static Run run(String id, Instant asOf) {
        return new Run(TRADES, id, asOf);
    }

    protected static Finding missing(String key) {
        return finding(key, new Cause.MissingHere());
    }

    private static Finding quantity(String ours, String brokers) {
        Finding finding = finding("e1", new Cause.QuantityDiffers(d(ours), d(brokers)));
        return new Finding(
                finding.key(),
                finding.cause(),
                finding.evidence(),
                usd(d(ours).minus(d(brokers)).toString()),
                finding.gravity());
    }

    private static Finding finding(String key, Cause cause) {
        Evidence.Row ours =
                new Evidence.Row("executions", 0, new TreeMap<>(Map.of("execId", key, "qty", "5")));
        Evidence.Row brokers =
                new Evidence.Row(
                        "trade.csv", 7, new TreeMap<>(Map.of("qty", "", "note", "ä\u00a0|")));
        return new Finding(
                key,
                cause,
                Evidence.of(
                        List.of(ours, ours),
                        List.of(brokers),
                        List.of(new Evidence.Difference("qty", "5", ""))),
                usd("12.3456789012"),
                Gravity.HIGH);
    }

    private static Decimal10 d(String text) {
        return Decimal10.of(text);
    }

    private static Money usd(String amount) {
        return new Money(Decimal10.of(amount), new Asset("USD"));
    }

    private static Recorded.Done done(Recorded recorded) {
        assertThat(recorded).isInstanceOf(Recorded.Done.class);
        return (Recorded.Done) recorded;
    }

    private static Break only(Recorded recorded) {
        assertThat(done(recorded).live()).hasSize(1);
        return done(recorded).live().getFirst();
    }

    private static Break moved(BreakMove move) {
        assertThat(move).isInstanceOf(BreakMove.Moved.class);
        return ((BreakMove.Moved) move).now();
    }

    /** One cause of each kind. */
    private static final class Causes {
        private Causes() {}

        static List<Cause> oneOfEach() {
            LocalDate day = LocalDate.parse("2026-11-02");
            return List.of(
                    new Cause.MissingAtBroker(),
                    new Cause.MissingHere(),
                    new Cause.QuantityDiffers(d("-1"), d("0.0000000001")),
                    new Cause.PriceRounded(d("1"), d("2")),
                    new Cause.PriceDiffers(d("1"), d("2")),
                    new Cause.TradeDateShifted(day, day.plusDays(1), "Asia/Tokyo"),
                    new Cause.UnknownAlias("XBT/USD", Optional.empty()),
                    new Cause.UnknownAlias("XBT/EUR", Optional.of(new Symbol("BTC-EUR"))),
                    new Cause.FeeNotBooked(usd("0"), usd("1.5")),
                    new Cause.Duplicate(Party.BROKERS, 2),
                    new Cause.SettledLate(day, day.plusDays(1)),
                    new Cause.BustNotApplied(Party.OURS),
                    new Cause.HashNotFound("0xabc"),
                    new Cause.HashNotFinal("0xabc", 3, 12),
                    new Cause.Unknown("side"));
        }
    }
}
