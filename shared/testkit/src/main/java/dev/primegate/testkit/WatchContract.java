package dev.primegate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Rule;
import dev.primegate.proof.Proves;
import dev.primegate.watch.AskedJob;
import dev.primegate.watch.JobAsk;
import dev.primegate.watch.JobAsks;
import dev.primegate.watch.JobRun;
import dev.primegate.watch.JobRuns;
import dev.primegate.watch.Standing;
import dev.primegate.watch.Trouble;
import dev.primegate.watch.WatchBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link WatchBook}, {@link JobRuns} and {@link JobAsks} must do. Each test gets fresh
 * ones.
 */
public abstract class WatchContract {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    private static final Trouble SILENT =
            Trouble.of(Rule.TRADING_SILENT, "b", "silent", Map.of("broker", "b"));

    private Watching watching =
            new Watching(new MemoryWatchBook(_ -> {}), new MemoryJobRuns(), new MemoryJobAsks());

    protected abstract Watching open();

    /** The alerts that were written down, in any order. */
    protected abstract List<Alert> alerts();

    @BeforeEach
    void openOne() {
        watching = open();
    }

    @Test
    @Proves("K3")
    void aTroubleIsToldOnceHoweverOftenItIsSeen() {
        assertThat(watching.book().begin(SILENT, START)).isTrue();
        assertThat(watching.book().begin(SILENT, START.plusSeconds(60))).isFalse();

        assertThat(watching.book().standing())
                .containsExactly(new Standing("trading-silent", "b", START));
        assertThat(alerts()).containsExactly(SILENT.begun(START));
    }

    @Test
    @Proves("K3")
    void ofManyWhoSeeItOneTells() throws Exception {
        List<Callable<Boolean>> begins = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Instant at = START.plusMillis(i);
            begins.add(() -> watching.book().begin(SILENT, at));
        }
        int told = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(5)) {
            for (Future<Boolean> begin : pool.invokeAll(begins)) {
                told += begin.get() ? 1 : 0;
            }
        }

        assertThat(told).isEqualTo(1);
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void itsEndIsToldOnceAndAnotherMayBeginThen() {
        assertThat(watching.book().begin(SILENT, START)).isTrue();
        Standing first = watching.book().standing().getFirst();

        assertThat(watching.book().end(first, START.plusSeconds(60))).isTrue();
        assertThat(watching.book().end(first, START.plusSeconds(61))).isFalse();
        assertThat(watching.book().standing()).isEmpty();
        assertThat(watching.book().begin(SILENT, START.plusSeconds(120))).isTrue();

        assertThat(alerts())
                .containsExactlyInAnyOrder(
                        SILENT.begun(START),
                        first.ended(START.plusSeconds(60)),
                        SILENT.begun(START.plusSeconds(120)));
    }

    @Test
    void whoSawAnEarlierTroubleDoesNotEndTheOneThatCameAfter() {
        assertThat(watching.book().begin(SILENT, START)).isTrue();
        Standing first = watching.book().standing().getFirst();
        assertThat(watching.book().end(first, START.plusSeconds(60))).isTrue();
        assertThat(watching.book().begin(SILENT, START.plusSeconds(120))).isTrue();

        assertThat(watching.book().end(first, START.plusSeconds(180))).isFalse();
        assertThat(watching.book().standing()).hasSize(1);
    }

    @Test
    void troublesOfOtherScopesAndRulesStandApart() {
        Trouble other = Trouble.of(Rule.TRADING_SILENT, "c", "silent", Map.of());
        Trouble spike = Trouble.of(Rule.REJECT_SPIKE, "b", "rejects", Map.of());
        for (Trouble one : List.of(SILENT, other, spike)) {
            assertThat(watching.book().begin(one, START)).isTrue();
        }

        assertThat(watching.book().standing())
                .containsExactlyInAnyOrder(
                        new Standing("trading-silent", "b", START),
                        new Standing("trading-silent", "c", START),
                        new Standing("reject-spike", "b", START));
    }

    @Test
    @Proves("I7")
    void aJobIsKnownFromWhenItIsFirstLookedForAndThenByItsLastEnd() {
        watching.runs().expect("drift", START);
        watching.runs().expect("drift", START.plusSeconds(60));
        assertThat(watching.runs().all()).containsExactly(new JobRun("drift", START));

        watching.runs().ended("drift", START.plusSeconds(900));
        watching.runs().ended("drift", START.plusSeconds(300));
        watching.runs().expect("drift", START.plusSeconds(2000));
        watching.runs().ended("trades", START);

        assertThat(watching.runs().all())
                .containsExactlyInAnyOrder(
                        new JobRun("drift", START.plusSeconds(900)), new JobRun("trades", START));
    }

    @Test
    void theLatestWordOfAJobStandsUntilARunThatBeganAfterIt() {
        JobAsk first = new JobAsk(AskedJob.TRADES, "ann", START);
        JobAsk again = new JobAsk(AskedJob.TRADES, "bob", START.plusSeconds(5));
        JobAsk other = new JobAsk(AskedJob.DRIFT, "ann", START);
        for (JobAsk ask : List.of(again, first, other)) {
            watching.asks().ask(ask);
        }
        assertThat(watching.asks().open()).containsExactlyInAnyOrder(again, other);

        watching.asks().answered(first);
        assertThat(watching.asks().open()).containsExactlyInAnyOrder(again, other);
        watching.asks().answered(again);
        assertThat(watching.asks().open()).containsExactly(other);
    }

    @Test
    @Proves("I7")
    void ofManyWhoSeeAnAskOneTakesItUntilHisTimeIsOver() {
        JobAsk ask = new JobAsk(AskedJob.TRADES, "ann", START);
        Instant until = START.plusSeconds(60);
        assertThat(watching.asks().take(ask, START, until)).isFalse();

        watching.asks().ask(ask);
        assertThat(watching.asks().take(ask, START, until)).isTrue();
        assertThat(watching.asks().take(ask, START.plusSeconds(59), until)).isFalse();
        assertThat(watching.asks().open()).containsExactly(ask);
        assertThat(watching.asks().take(ask, until, until.plusSeconds(60))).isTrue();

        JobAsk again = new JobAsk(AskedJob.TRADES, "bob", until);
        watching.asks().ask(again);
        assertThat(watching.asks().take(ask, until, until.plusSeconds(60))).isFalse();
        assertThat(watching.asks().take(again, until, until.plusSeconds(60))).isTrue();
    }

    /** The ports of one store. */
    public record Watching(WatchBook book, JobRuns runs, JobAsks asks) {}
}
