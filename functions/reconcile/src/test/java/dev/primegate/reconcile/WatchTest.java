package dev.primegate.reconcile;

import static dev.primegate.reconcile.Desk.START;
import static dev.primegate.reconcile.PaperRecords.PAPER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.BrokerAccount;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Requests;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The job that looks for what no event tells of, on books in memory. */
class WatchTest {
    private final Desk desk = new Desk();

    @BeforeEach
    void keepTheAccountThere() {
        assertThat(
                        desk.books
                                .accounts()
                                .put(
                                        new AccountRecord(
                                                Requests.FUND,
                                                Requests.MAIN,
                                                1,
                                                List.of(
                                                        new BrokerAccount(
                                                                PAPER, "p-1", "secret", true)),
                                                "test",
                                                START)))
                .isTrue();
    }

    @Test
    @Proves("G17")
    void silenceWithAnOpenOrderIsToldOnceAndItsEndIs() {
        var _ = desk.heard("quiet", Requests.reported(OrderStatus.NEW, "b-1"));
        watchAfter(Duration.ofSeconds(299));
        assertThat(told("trading-silent")).isEmpty();

        watchAfter(Duration.ofSeconds(1));
        watchAfter(Duration.ofMinutes(1));
        assertThat(told("trading-silent")).containsExactly("TRIGGER");

        var _ = desk.heard("loud", Requests.reported(OrderStatus.NEW, "b-2"));
        watchAfter(Duration.ofMinutes(1));
        watchAfter(Duration.ofMinutes(1));
        assertThat(told("trading-silent")).containsExactlyInAnyOrder("TRIGGER", "RESOLVE");
    }

    @Test
    @Proves("G18")
    void aRiseOfRejectsIsToldOnceAndIsOverWhenTheyAre() {
        admit("good", 18);
        reject("bad", 1);
        watchAfter(Duration.ZERO);
        assertThat(told("reject-spike")).isEmpty();

        reject("worse", 1);
        watchAfter(Duration.ZERO);
        watchAfter(Duration.ofMinutes(1));
        assertThat(told("reject-spike")).containsExactly("TRIGGER");

        watchAfter(Duration.ofMinutes(5));
        assertThat(told("reject-spike")).containsExactlyInAnyOrder("TRIGGER", "RESOLVE");
    }

    @Test
    @Proves("G18")
    void whatWasUsualForAnHourIsNoRise() {
        admit("good", 40);
        reject("usual", 10);
        desk.clock.advance(Duration.ofMinutes(10));
        admit("later", 18);
        reject("again", 4);

        watchAfter(Duration.ZERO);

        assertThat(told("reject-spike")).isEmpty();
    }

    @Test
    @Proves("I7")
    void aJobThatDoesNotEndWithinSixteenMinutesIsMissedAndFoundAgain() {
        var _ = desk.run(Job.Kind.DRIFT);
        watchAfter(Duration.ofSeconds(959));
        assertThat(missed("drift")).isEmpty();

        watchAfter(Duration.ofSeconds(1));
        watchAfter(Duration.ofMinutes(1));
        assertThat(missed("drift")).containsExactly("TRIGGER");

        var _ = desk.run(Job.Kind.DRIFT);
        watchAfter(Duration.ofMinutes(1));
        assertThat(missed("drift")).containsExactlyInAnyOrder("TRIGGER", "RESOLVE");
    }

    @Test
    @Proves("I7")
    void aRunThatWasCutAtItsDeadlineHasNotEndedWell() {
        var _ = desk.run(Job.Kind.DRIFT);
        desk.clock.advance(Duration.ofMinutes(10));
        var _ = desk.runUntil(desk.clock.instant(), Job.Kind.DRIFT);

        watchAfter(Duration.ofMinutes(6));

        assertThat(missed("drift")).containsExactly("TRIGGER");
    }

    @Test
    @Proves("I7")
    void aJobThatNeverRanIsMissedToo() {
        watchAfter(Duration.ZERO);
        watchAfter(Duration.ofSeconds(959));
        assertThat(missed("drift")).isEmpty();

        watchAfter(Duration.ofSeconds(1));
        assertThat(missed("drift")).containsExactly("TRIGGER");
        assertThat(missed("products")).isEmpty();
    }

    @Test
    void aDoubtThatOutlivesItsFenceIsToldAndItsEndIs() {
        var order = desk.heard("doubt", new OrderEvent.Doubted(START, "no answer"));
        watchAfter(Duration.ofSeconds(38 + 119));
        assertThat(told("order-doubt-old")).isEmpty();

        watchAfter(Duration.ofSeconds(1));
        assertThat(told("order-doubt-old")).containsExactly("TRIGGER");

        var _ =
                desk.books
                        .book()
                        .apply(order.id(), Requests.reported(OrderStatus.NEW, "b-1"), "test");
        watchAfter(Duration.ofMinutes(1));
        assertThat(told("order-doubt-old")).containsExactlyInAnyOrder("TRIGGER", "RESOLVE");
    }

    /** Blindness is no health: what it had told of stands until somebody can look again. */
    @Test
    void aWatcherThatFailsIsToldAndEndsNothingAndTheOthersLook() {
        desk.failing.sees = true;
        watchAfter(Duration.ZERO);
        desk.failing.fails = true;
        var _ = desk.heard("quiet", Requests.reported(OrderStatus.NEW, "b-1"));
        watchAfter(Duration.ofMinutes(5));
        watchAfter(Duration.ofMinutes(1));

        assertThat(told("rate-budget")).containsExactly("TRIGGER");
        assertThat(told("watch-failed")).containsExactly("TRIGGER");
        assertThat(told("trading-silent")).containsExactly("TRIGGER");

        desk.failing.fails = false;
        desk.failing.sees = false;
        watchAfter(Duration.ofMinutes(1));
        assertThat(told("watch-failed")).containsExactlyInAnyOrder("TRIGGER", "RESOLVE");
        assertThat(told("rate-budget")).containsExactlyInAnyOrder("TRIGGER", "RESOLVE");
    }

    private void watchAfter(Duration pause) {
        desk.clock.advance(pause);
        var _ = desk.run(Job.Kind.WATCH);
    }

    private void admit(String name, int count) {
        for (int i = 0; i < count; i++) {
            var _ = desk.admitted(name + i);
        }
    }

    private void reject(String name, int count) {
        for (int i = 0; i < count; i++) {
            var _ = desk.heard(name + i, Requests.reported(OrderStatus.REJECTED, name + i));
        }
    }

    private List<String> told(String rule) {
        return desk.books.alerts().stream()
                .filter(alert -> alert.rule().equals(rule))
                .map(alert -> alert.action().name())
                .toList();
    }

    private List<String> missed(String job) {
        return desk.books.alerts().stream()
                .filter(alert -> alert.dedupKey().equals("missed-run:" + job))
                .map(Alert::action)
                .map(Alert.Action::name)
                .toList();
    }
}
