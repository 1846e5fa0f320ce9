package dev.primegate.reconcile;

import static dev.primegate.reconcile.Desk.START;
import static dev.primegate.reconcile.PaperRecords.PAPER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.breaks.BreakId;
import dev.primegate.breaks.BreakScope;
import dev.primegate.breaks.BreakStep;
import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Evidence;
import dev.primegate.breaks.Finding;
import dev.primegate.breaks.Gravity;
import dev.primegate.breaks.Reason;
import dev.primegate.breaks.Run;
import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.BrokerAccount;
import dev.primegate.broker.FeedLeases;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.proof.Proves;
import dev.primegate.telemetry.Metric;
import dev.primegate.telemetry.Reading;
import dev.primegate.telemetry.Series;
import dev.primegate.testkit.Requests;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the jobs measure beside their work. */
class MeasureTest {
    private static final BreakScope SCOPE =
            new BreakScope(
                    Requests.FUND,
                    Requests.MAIN,
                    PAPER,
                    BreakScope.Subject.TRADES,
                    LocalDate.parse("2026-11-01"));

    private final Desk desk = new Desk();

    @Test
    @Proves("G16")
    void eachMinuteSaysHowOldWhatAFeedBroughtIsAndWhatOfItIsBooked() {
        FeedLeases.Lease lease =
                desk.books
                        .leases()
                        .take(
                                PAPER,
                                "reader",
                                new FeedLeases.Term(START.plusSeconds(30), START.plusSeconds(30)))
                        .orElseThrow();
        assertThat(desk.books.leases().renew(lease, START.plusSeconds(60), START)).isTrue();
        assertThat(desk.books.leases().commit(lease, START.minusSeconds(5))).isTrue();

        var _ = desk.runAfter(Duration.ofMillis(1_500));

        assertThat(desk.meters.drain())
                .containsExactly(
                        level(Metric.FEED_AGE, "6500.000", "paper", "executions"),
                        level(Metric.FEED_AGE, "1500.000", "paper", "news"));
    }

    @Test
    @Proves("G16")
    void breaksThatNobodyHasExplainedAreCountedByBrokerAndCause() {
        account();
        found(missing("e1"), missing("e2"), unknown("e3"));
        assertThat(counted()).containsExactly(breaks(2, "missing-here"), breaks(1, "unknown"));

        var _ =
                desk.breaks.apply(
                        BreakId.of(SCOPE, unknown("e3")),
                        new BreakStep.Explain("jane", START, Reason.TIMING, "it settles tomorrow"));

        assertThat(counted()).containsExactly(breaks(2, "missing-here"), breaks(0, "unknown"));
    }

    private void found(Finding... findings) {
        var _ = desk.breaks.record(new Run(SCOPE, "run", START), List.of(findings));
    }

    private static Finding missing(String key) {
        return finding(key, new Cause.MissingHere());
    }

    private static Finding unknown(String key) {
        return finding(key, new Cause.Unknown("qty"));
    }

    private static Finding finding(String key, Cause cause) {
        return new Finding(
                key,
                cause,
                Evidence.of(
                        List.of(),
                        List.of(new Evidence.Row("trade.csv", 7, new TreeMap<>())),
                        List.of()),
                new Money(Decimal10.of("1"), new Asset("USD")),
                Gravity.HIGH);
    }

    private void account() {
        BrokerAccount there = new BrokerAccount(PAPER, "p-1", "secret", true);
        assertThat(
                        desk.books
                                .accounts()
                                .put(
                                        new AccountRecord(
                                                Requests.FUND,
                                                Requests.MAIN,
                                                1,
                                                List.of(there),
                                                "test",
                                                START)))
                .isTrue();
    }

    private List<Reading> counted() {
        var _ = desk.run(Job.Kind.WATCH);
        return desk.meters.drain();
    }

    private static Reading breaks(int many, String cause) {
        return level(Metric.BREAKS, Integer.toString(many), "paper", cause);
    }

    private static Reading level(Metric metric, String value, String... labels) {
        return new Reading.Level(new Series(metric, List.of(labels)), new BigDecimal(value));
    }
}
