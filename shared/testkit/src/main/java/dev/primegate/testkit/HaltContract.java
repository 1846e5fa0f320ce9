package dev.primegate.testkit;

import static dev.primegate.testkit.Requests.BROKER;
import static dev.primegate.testkit.Requests.BTC;
import static dev.primegate.testkit.Requests.FUND;
import static dev.primegate.testkit.Requests.MAIN;
import static dev.primegate.testkit.Requests.buy;
import static dev.primegate.testkit.Requests.executed;
import static dev.primegate.testkit.Requests.intent;
import static dev.primegate.testkit.Requests.reported;
import static dev.primegate.testkit.Requests.sell;
import static dev.primegate.testkit.Requests.wide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.audit.Step;
import dev.primegate.audit.Trail;
import dev.primegate.audit.Trails;
import dev.primegate.book.Intent;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Admission;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltCase;
import dev.primegate.risk.HaltNote;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Limits;
import dev.primegate.risk.Resumption;
import dev.primegate.risk.TradingState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What halts do, whatever they are kept in. */
public abstract class HaltContract {
    protected static final Instant T0 = Instant.parse("2026-11-02T10:00:00Z");

    private static final AtomicLong OWNERS = new AtomicLong();
    private static final HaltScope BTC_ONLY = HaltScope.of(BTC);
    private static final HaltScope FUND_MAIN = HaltScope.of(FUND, MAIN);
    private static final List<HaltScope> COVERING =
            List.of(HaltScope.ALL, HaltScope.of(BROKER), FUND_MAIN, BTC_ONLY);

    protected final SettableClock clock = new SettableClock(T0);
    private Books books = new MemoryBooks(clock);

    /** An empty store that tells time by {@link #clock}. */
    protected abstract Books open();

    @BeforeEach
    protected final void start() {
        books = open();
    }

    @Test
    @Proves({"N1", "X62"})
    void everyStepIsOnItsTrailAndItsChainVerifies() {
        halt(HaltScope.ALL);
        halt(FUND_MAIN);
        books.halts().resume(FUND_MAIN, "jane", "looked at");
        books.halts().resume(FUND_MAIN, "jane", "once more");
        books.halts().resume(FUND_MAIN, "joe", "looked at");

        Trails.Trodden house = books.trails().read(Trail.HOUSE, 0, 100);
        Trails.Trodden fund = books.trails().read(Trail.of(FUND), 0, 100);
        assertThat(house.steps())
                .extracting(Step::act, step -> step.facts().get("scope"))
                .containsExactly(tuple("HALTED", "all"));
        assertThat(fund.steps())
                .extracting(Step::version, Step::act, Step::by)
                .containsExactly(
                        tuple(1L, "HALTED", house.steps().getFirst().by()),
                        tuple(2L, "RESUME_ASKED", "jane"),
                        tuple(3L, "RESUMED", "joe"));
        assertThat(List.of(house.firstBad(), fund.firstBad())).containsOnly(OptionalInt.empty());
        assertThat(books.trails().read(new Trail("tenant:nobody"), 0, 100).length()).isZero();
    }

    @Test
    @Proves("X32")
    void aHaltOfOneBrokerIsBornOnAnAccountThatAnotherBrokerMade() {
        halt(HaltScope.of(BROKER));
        Intent elsewhere =
                Requests.routed(
                        intent(buy("a", "1"), owner(), wide(), clock.instant()),
                        new BrokerId("another"));
        assertThat(books.book().admit(elsewhere)).isInstanceOf(Admission.Admitted.class);

        assertThat(denied(buy("b", "1")).isHalt()).isTrue();
    }

    @Test
    @Proves("F6")
    void reducingAdmitsASellUpToTheLongPositionOpenSellsIncluded() {
        for (HaltScope scope : COVERING) {
            books = open();
            hold("5");
            reduce(scope);

            assertThat(denied(buy("a", "0.0000000001")))
                    .isEqualTo(reducing(scope, "0", "0.0000000001"));
            assertThat(denied(sell("a", "5.0000000001")))
                    .isEqualTo(reducing(scope, "5", "5.0000000001"));
            admitted(sell("a", "3"));
            assertThat(denied(sell("b", "2.0000000001")))
                    .isEqualTo(reducing(scope, "2", "2.0000000001"));
            tell(sell("a", "3"), executed(sell("a", "3"), "s1", "1"));
            assertThat(denied(sell("b", "2.5"))).isEqualTo(reducing(scope, "2", "2.5"));
            admitted(sell("b", "2"));
            assertThat(denied(sell("c", "0.1"))).isEqualTo(reducing(scope, "0", "0.1"));

            tell(sell("b", "2"), reported(OrderStatus.CANCELED, "b-b", Optional.of("0")));
            admitted(sell("c", "2"));
        }
    }

    @Test
    @Proves("F6")
    void reducingAdmitsABuyUpToTheShortPosition() {
        admitted(sell("short", "3"));
        tell(sell("short", "3"), executed(sell("short", "3"), "s1", "3"));
        reduce(BTC_ONLY);

        assertThat(denied(sell("a", "0.1"))).isEqualTo(reducing(BTC_ONLY, "0", "0.1"));
        assertThat(denied(buy("a", "3.1"))).isEqualTo(reducing(BTC_ONLY, "3", "3.1"));
        admitted(buy("a", "3"));
        assertThat(denied(buy("b", "0.1"))).isEqualTo(reducing(BTC_ONLY, "0", "0.1"));
    }

    @Test
    @Proves("H5")
    void aReduceOnlyOrderNeverDoesMoreWhateverTheState() {
        hold("5");
        admitted(sell("a", "2"));
        Admission tooMuch = books.book().admit(reduceOnly(sell("b", "3.1")));
        assertThat(tooMuch)
                .isEqualTo(new Admission.Denied(Denial.reducing("this order", "3", "3.1")));
        assertThat(books.book().admit(reduceOnly(sell("b", "3"))))
                .isInstanceOf(Admission.Admitted.class);
        assertThat(books.book().admit(reduceOnly(buy("c", "1"))))
                .isInstanceOf(Admission.Denied.class);
        admitted(buy("d", "1"));
    }

    @Test
    void failuresAreCountedToTheMinute() {
        books.failures().record(T0);
        books.failures().record(T0.plusSeconds(59));
        books.failures().record(T0.plusSeconds(60));

        assertThat(books.failures().countSince(T0.plusSeconds(30), T0.plusSeconds(90)))
                .isEqualTo(3);
        assertThat(books.failures().countSince(T0.plusSeconds(60), T0.plusSeconds(90)))
                .isEqualTo(1);
        assertThat(books.failures().countSince(T0.plusSeconds(120), T0.plusSeconds(120))).isZero();
    }

    @Test
    void everyOpenOrderIsListedWhateverIsDueForIt() {
        admitted(buy("plain", "1"));
        admitted(buy("ended", "1"));
        tell(buy("ended", "1"), executed(buy("ended", "1"), "e1", "1"));
        admitted(buy("doubted", "1"));
        tell(buy("doubted", "1"), new OrderEvent.Doubted(T0, "no answer"));
        NewOrder cancelled = Requests.of("other", buy("cancelled", "1"));
        admitted(cancelled);
        tell(cancelled, reported(OrderStatus.NEW, "b-cancelled"));
        tell(cancelled, new OrderEvent.CancelRequested(T0, "tester"));

        assertThat(books.query().open())
                .extracting(o -> o.request().clOrdId().text())
                .containsExactlyInAnyOrder("plain", "doubted", "cancelled");
    }

    @Test
    @Proves("F6")
    void anOpenBuyIsNoPositionThatCouldBeSold() {
        admitted(buy("open", "5"));
        reduce(FUND_MAIN);

        assertThat(denied(sell("a", "1"))).isEqualTo(reducing(FUND_MAIN, "0", "1"));
    }

    @Test
    @Proves("F6")
    void whatIsSeenForTheFirstTimeWhileReducingMayNotGrow() {
        for (HaltScope scope : COVERING) {
            books = open();
            reduce(scope);

            assertThat(denied(buy("a", "1"))).isEqualTo(reducing(scope, "0", "1"));
            lift(scope);
            admitted(buy("a", "1"));
        }
    }

    @Test
    void ofAHaltAndAReductionTheStricterStandsWhicheverWasLater() {
        hold("5");
        halt(BTC_ONLY);
        reduce(BTC_ONLY);

        assertThat(denied(sell("a", "1")).code()).isEqualTo(Denial.HALTED);
        assertThat(books.halts().cases())
                .extracting(HaltCase::state)
                .containsExactly(TradingState.HALTED);

        lift(BTC_ONLY);
        admitted(buy("a", "1"));
    }

    @Test
    @Proves("F6")
    void racingSellsWhileReducingAreAdmittedExactlyUpToThePosition()
            throws InterruptedException, ExecutionException {
        hold("7");
        reduce(HaltScope.ALL);

        List<Callable<Integer>> racers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int racer = i;
            racers.add(() -> {
                int mine = 0;
                for (int j = 0; j < 3; j++) {
                    mine +=
                            settled(sell(racer + "-" + j, "1")) instanceof Admission.Admitted
                                    ? 1
                                    : 0;
                }
                return mine;
            });
        }

        assertThat(race(racers).stream().mapToInt(Integer::intValue).sum()).isEqualTo(7);
    }

    @Test
    @Proves("X32")
    void noIntentCommitsAfterTheAcknowledgement() throws InterruptedException, ExecutionException {
        for (HaltScope scope : COVERING) {
            books = open();
            Burst burst = new Burst(scope);
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int racer = i;
                work.add(() -> burst.submit(racer));
            }
            work.add(burst::halt);

            race(work);

            assertThat(burst.late).as("begun after the halt of %s", scope).isEmpty();
            assertThat(burst.there())
                    .as("committed after the halt of %s", scope)
                    .isEqualTo(burst.atHalt);
        }
    }

    @Test
    void aResumeNeedsTwoPersons() {
        halt(BTC_ONLY);
        Instant until = T0.plus(Duration.ofMinutes(15));

        assertThat(resume("jane")).isEqualTo(new Resumption.Asked(until));
        assertThat(resume("jane")).isEqualTo(new Resumption.SecondPersonNeeded("jane", until));
        assertThat(denied(buy("a", "1")).isHalt()).isTrue();
        assertThat(resume("joe")).isEqualTo(new Resumption.Resumed());

        admitted(buy("a", "1"));
        assertThat(resume("jane")).isEqualTo(new Resumption.Resumed());
    }

    @Test
    void aResumeThatNobodyApprovesInTimeLapses() {
        halt(BTC_ONLY);
        resume("jane");
        clock.advance(Duration.ofMinutes(15));

        assertThat(resume("joe")).isInstanceOf(Resumption.Asked.class);
        assertThat(denied(buy("a", "1")).isHalt()).isTrue();
        assertThat(resume("jane")).isEqualTo(new Resumption.Resumed());
    }

    @Test
    void aHaltVoidsTheResumeThatWaits() {
        halt(BTC_ONLY);
        resume("jane");
        halt(BTC_ONLY);

        assertThat(resume("joe")).isInstanceOf(Resumption.Asked.class);
        assertThat(denied(buy("a", "1")).isHalt()).isTrue();
    }

    @Test
    void aResumeLiftsItsOwnScopeOnly() {
        hold("5");
        halt(FUND_MAIN);
        reduce(BTC_ONLY);
        lift(FUND_MAIN);

        assertThat(denied(buy("a", "1")).code()).isEqualTo(Denial.REDUCING);
        assertThat(books.halts().halted()).isEmpty();
    }

    @Test
    void everyStepIsOnRecordAndTold() {
        halt(BTC_ONLY);
        clock.advance(Duration.ofSeconds(1));
        resume("jane");
        clock.advance(Duration.ofSeconds(1));
        resume("joe");

        assertThat(books.halts().notes(10))
                .extracting(HaltNote::step, HaltNote::by, HaltNote::reason)
                .containsExactly(
                        tuple(HaltNote.Step.RESUMED, "joe", "looked at"),
                        tuple(HaltNote.Step.RESUME_ASKED, "jane", "looked at"),
                        tuple(HaltNote.Step.HALTED, "tester", "drill"));
        assertThat(books.halts().notes(1)).hasSize(1);
        assertThat(books.halts().cases())
                .containsExactly(
                        new HaltCase(
                                BTC_ONLY,
                                TradingState.ACTIVE,
                                Halt.of(BTC_ONLY, "tester", "drill"),
                                T0,
                                Optional.empty(),
                                Optional.of(T0.plusSeconds(2))));
        assertThat(books.alerts())
                .extracting(Alert::dedupKey, Alert::action, Alert::severity)
                .containsExactlyInAnyOrder(
                        tuple(
                                "trading-halted:symbol:BTC-USD",
                                Alert.Action.TRIGGER,
                                Severity.CRITICAL),
                        tuple(
                                "trading-halted:symbol:BTC-USD",
                                Alert.Action.RESOLVE,
                                Severity.INFO));
    }

    @Test
    void aSweepStaysUntilItIsEndedForTheHaltThatOrderedIt() {
        Instant until = T0.plusSeconds(45);
        Halt sweeping =
                new Halt(BTC_ONLY, TradingState.HALTED, "tester", "drill", Optional.of(until));
        books.halts().halt(sweeping);
        clock.advance(Duration.ofSeconds(1));
        halt(BTC_ONLY);

        books.halts().swept(BTC_ONLY, T0);
        assertThat(books.halts().cases().getFirst().last().sweepUntil()).contains(until);
        books.halts().swept(BTC_ONLY, T0.plusSeconds(1));
        assertThat(books.halts().cases().getFirst().last().sweepUntil()).isEmpty();
    }

    /** Submits as fast as it can, while one thread halts. */
    private final class Burst {
        private static final int EACH = 15;
        private final HaltScope scope;
        private final CountDownLatch begun = new CountDownLatch(12);
        private final AtomicBoolean acknowledged = new AtomicBoolean();
        private final ConcurrentLinkedQueue<NewOrder> late = new ConcurrentLinkedQueue<>();
        private Set<String> atHalt = Set.of();

        Burst(HaltScope scope) {
            this.scope = scope;
        }

        int submit(int racer) {
            for (int i = 0; i < EACH; i++) {
                NewOrder order = order(racer, i);
                boolean after = acknowledged.get();
                Admission answer = admit(order, wide());
                if (after && answer instanceof Admission.Admitted) {
                    late.add(order);
                }
                begun.countDown();
            }
            return EACH;
        }

        int halt() throws InterruptedException {
            begun.await();
            HaltContract.this.halt(scope);
            acknowledged.set(true);
            atHalt = there();
            return 0;
        }

        /** Last first: it is the newest that may be under way. */
        Set<String> there() {
            Set<String> ids = new HashSet<>();
            for (int i = EACH - 1; i >= 0; i--) {
                for (int racer = 0; racer < 6; racer++) {
                    books.query().find(order(racer, i).id()).ifPresent(o -> ids.add(o.id().text()));
                }
            }
            return ids;
        }

        private NewOrder order(int racer, int i) {
            return buy(racer + "-" + i, "1");
        }
    }

    protected final Books books() {
        return books;
    }

    protected final void halt(HaltScope scope) {
        books.halts().halt(Halt.of(scope, "tester", "drill"));
    }

    protected final void reduce(HaltScope scope) {
        books.halts().halt(Halt.reducing(scope, "tester", "drill"));
    }

    protected final Denial denied(NewOrder request) {
        Admission answer = admit(request, wide());
        assertThat(answer).isInstanceOf(Admission.Denied.class);
        return ((Admission.Denied) answer).denial();
    }

    protected final void admitted(NewOrder request) {
        assertThat(admit(request, wide())).isInstanceOf(Admission.Admitted.class);
    }

    /** Two persons lift it. */
    protected final void lift(HaltScope scope) {
        books.halts().resume(scope, "jane", "looked at");
        assertThat(books.halts().resume(scope, "joe", "looked at"))
                .isEqualTo(new Resumption.Resumed());
    }

    private Resumption resume(String by) {
        return books.halts().resume(BTC_ONLY, by, "looked at");
    }

    private void hold(String quantity) {
        admitted(buy("held", quantity));
        tell(buy("held", quantity), executed(buy("held", quantity), "h1", quantity));
    }

    private void tell(NewOrder order, OrderEvent event) {
        books.book().apply(order.id(), event, "feed");
    }

    private Admission admit(NewOrder request, Limits limits) {
        return books.book().admit(intent(request, owner(), limits, clock.instant()));
    }

    /** Asks until the store is not too busy. */
    private Admission settled(NewOrder request) {
        Intent mine = intent(request, owner(), wide(), clock.instant());
        Admission answer = books.book().admit(mine);
        for (int again = 0; answer instanceof Admission.Busy && again < 50; again++) {
            answer = books.book().admit(mine);
        }
        return answer;
    }

    private Intent reduceOnly(NewOrder request) {
        return intent(request, owner(), wide(), clock.instant()).reducing();
    }

    private static String owner() {
        return "halts-" + OWNERS.incrementAndGet();
    }

    private static Denial reducing(HaltScope scope, String reducible, String asked) {
        return Denial.reducing(scope.text(), reducible, asked);
    }

    private static List<Integer> race(List<Callable<Integer>> racers)
            throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(racers.size())) {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> result : pool.invokeAll(racers)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
