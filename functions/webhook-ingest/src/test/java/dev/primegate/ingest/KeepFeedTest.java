package dev.primegate.ingest;

import static dev.primegate.ingest.FeedRig.START;
import static dev.primegate.ingest.PaperFeed.PAPER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.FeedLeases;
import dev.primegate.broker.NewsFeed;
import dev.primegate.instrument.TradingHours;
import dev.primegate.money.Quantity;
import dev.primegate.order.NewOrder;
import dev.primegate.proof.Proves;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class KeepFeedTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final FeedRig rig = new FeedRig();
    private final PaperFeed feed = rig.feed;

    @Test
    @Proves({"K2", "X20", "X49", "X50"})
    void aThousandDisconnectsLoseNothingAndBookNothingTwice() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(7);
        NewOrder order = rig.admit();
        int[] executions = {0};
        int[] connections = {0};
        feed.script =
                listener -> {
                    if (++connections[0] > 1_000) {
                        rig.clock.advance(DAY);
                    }
                    List<BrokerNews> told = new ArrayList<>();
                    for (int i = random.nextInt(4); i > 0; i--) {
                        BrokerNews one = rig.executed(order, "x" + executions[0]++, "0.01");
                        feed.recorded.add(one);
                        // Some are never told, some twice, and not in their order.
                        for (int times = random.nextInt(3); times > 0; times--) {
                            told.add(random.nextInt(told.size() + 1), one);
                        }
                        rig.clock.advance(Duration.ofMillis(random.nextInt(3_000)));
                    }
                    feed.serverTime = rig.clock.instant();
                    told.forEach(news -> listener.frame(rig.frame(news)));
                    listener.ended("cut");
                };

        rig.keep().keep(PAPER, START.plus(DAY));
        // Whatever the last connection kept to itself is swept by the next.
        feed.script = listener -> listener.frame(rig.frame());
        rig.keep().keep(PAPER, rig.clock.instant().plusSeconds(90));

        assertThat(connections[0]).isGreaterThan(1_000);
        assertThat(executions[0]).isGreaterThan(1_000);
        assertThat(rig.books.query().executions(order.id())).hasSize(executions[0]);
        assertThat(rig.find(order).cumQty())
                .isEqualTo(
                        Quantity.of(
                                ""
                                        + executions[0] / 100
                                        + "."
                                        + "%02d".formatted(executions[0] % 100)));
    }

    @Test
    @Proves({"G11", "X20"})
    void whenPushIsCutEveryFillIsFoundWithinAMinute() throws InterruptedException {
        everyFillIsFoundWithinAMinute(listener -> listener.ended("cut"));
    }

    @Test
    @Proves({"G11", "X20"})
    void whenNothingCanBeConnectedToEveryFillIsFoundWithinAMinute() throws InterruptedException {
        everyFillIsFoundWithinAMinute(_ -> {
            throw new IllegalStateException("no such host");
        });
    }

    private void everyFillIsFoundWithinAMinute(Consumer<NewsFeed.Listener> connection)
            throws InterruptedException {
        NewOrder order = rig.admit();
        List<Instant> happened = new ArrayList<>();
        feed.script =
                listener -> {
                    Instant now = rig.clock.instant();
                    feed.serverTime = now;
                    long overdue =
                            happened.stream()
                                    .filter(at -> at.plusSeconds(60).isBefore(now))
                                    .count();
                    assertThat(rig.books.query().executions(order.id()).size())
                            .isGreaterThanOrEqualTo((int) overdue);
                    feed.recorded.add(rig.executed(order, "x" + happened.size(), "0.01"));
                    happened.add(now);
                    connection.accept(listener);
                };

        rig.keep().keep(PAPER, START.plusSeconds(600));

        assertThat(happened).hasSizeGreaterThan(100);
        assertThat(rig.books.query().executions(order.id())).hasSizeGreaterThan(100);
    }

    @Test
    @Proves({"K2", "X50"})
    void theNextRunTakesOverBeforeTheFirstHasEnded() throws InterruptedException {
        Instant end = START.plus(Duration.ofMinutes(14));
        FeedLeases.Lease[] next = {null};
        feed.script =
                listener -> {
                    listener.frame(rig.frame());
                    rig.clock.advance(Duration.between(rig.clock.instant(), end.minusSeconds(60)));
                    next[0] =
                            rig.books
                                    .leases()
                                    .take(
                                            PAPER,
                                            "the next run",
                                            new FeedLeases.Term(end, end.plusSeconds(600)))
                                    .orElseThrow();
                };

        rig.keep().keep(PAPER, end);

        assertThat(rig.clock.instant()).isBefore(end.minusSeconds(50));
        assertThat(rig.books.leases().find(PAPER).orElseThrow().lease()).isEqualTo(next[0]);
    }

    @Test
    @Proves("X50")
    void aPumpThatSleptThroughItsLeaseBooksNothingTwiceAndMovesNoCursor()
            throws InterruptedException {
        NewOrder order = rig.admit();
        Shift sleeper = rig.shift();
        BrokerNews one = rig.executed(order, "one", "0.1");
        feed.recorded.add(one);
        feed.script =
                listener -> {
                    listener.frame(rig.frame(one));
                    listener.ended("cut");
                };
        rig.clock.advance(Duration.ofSeconds(40));
        Shift successor = rig.shift();
        feed.serverTime = START.plusSeconds(40);
        assertThat(successor.sweep().sweep()).isTrue();
        feed.serverTime = START.plusSeconds(50);

        assertThat(sleeper.sweep().sweep()).isTrue();
        sleeper.hold().commit(START.plusSeconds(60));
        assertThat(rig.pump().pump(sleeper, START.plusSeconds(90))).isEqualTo("another took over");

        assertThat(rig.cursor()).contains(START.plusSeconds(40));
        assertThat(rig.find(order).cumQty()).isEqualTo(Quantity.of("0.1"));
        assertThat(successor.hold().stands()).isTrue();
    }

    @Test
    void aFeedThatIsReadIsLeftAlone() throws InterruptedException {
        Shift other = rig.shift();
        Instant[] left = {START};
        feed.script = _ -> left[0] = START.plus(DAY);
        // The other is alive: it renews while this one waits.
        FeedRig.Waits waits = () -> assertThat(other.hold().stands()).isTrue();

        rig.waiting(waits).keep().keep(PAPER, START.plusSeconds(800));

        assertThat(left[0]).isEqualTo(START);
        assertThat(rig.clock.instant()).isBefore(START.plusSeconds(15));
    }

    @Test
    @Proves("X50")
    void whoCannotConnectNoticesAllTheSameThatAnotherTookOver() throws InterruptedException {
        Instant end = START.plusSeconds(600);
        feed.script =
                _ -> {
                    if (rig.clock.instant().isAfter(end.minusSeconds(60))) {
                        var _ =
                                rig.books
                                        .leases()
                                        .take(
                                                PAPER,
                                                "the next run",
                                                new FeedLeases.Term(end, end.plusSeconds(600)));
                    }
                    throw new IllegalStateException("no such host");
                };

        rig.keep().keep(PAPER, end);

        assertThat(rig.clock.instant()).isBefore(end.minusSeconds(40));
    }

    @Test
    void aFeedWhoseReaderDiedIsTakenOverWithinItsLease() {
        rig.shift();

        assertThat(rig.takeFeed().take(PAPER, START.plusSeconds(800))).isPresent();

        assertThat(rig.clock.instant()).isBeforeOrEqualTo(START.plusSeconds(16));
    }

    @Test
    @Proves("X51")
    void aFeedThatIsSilentForFiveMinutesIsToldOnceAndItsEndToo() throws InterruptedException {
        boolean[] connected = {false};
        feed.script =
                listener -> {
                    if (connected[0]) {
                        listener.frame(rig.frame());
                    }
                };

        rig.keep().keep(PAPER, START.plusSeconds(299));
        assertThat(rig.alerts()).isEmpty();
        rig.keep().keep(PAPER, START.plusSeconds(305));
        assertThat(rig.alerts()).containsExactly("feed-silent");
        rig.keep().keep(PAPER, START.plusSeconds(900));
        assertThat(rig.alerts()).containsExactly("feed-silent");

        connected[0] = true;
        rig.keep().keep(PAPER, rig.clock.instant().plusSeconds(90));
        assertThat(rig.books.alerts())
                .extracting(Alert::action)
                .containsExactlyInAnyOrder(Alert.Action.TRIGGER, Alert.Action.RESOLVE);
    }

    @Test
    @Proves("X51")
    void aFeedThatRepeatsOldDataIsAsGoodAsSilent() throws InterruptedException {
        NewsFeed.Frame old = rig.frame();
        int[] calls = {0};
        feed.asked = () -> calls[0]++;
        feed.script =
                listener -> {
                    listener.frame(old);
                    listener.ended("cut");
                };

        rig.keep().keep(PAPER, START.plusSeconds(310));

        assertThat(calls[0]).isGreaterThan(50);
        assertThat(rig.alerts()).containsExactly("feed-silent");
    }

    @Test
    @Proves("X51")
    void aFeedMayBeSilentWhileItsMarketIsClosed() throws InterruptedException {
        feed.hours =
                new TradingHours.Weekdays(
                        ZoneOffset.UTC,
                        LocalTime.of(10, 30),
                        LocalTime.of(16, 0),
                        Set.of(),
                        Map.of());
        feed.script = _ -> {};

        rig.keep().keep(PAPER, START.plusSeconds(34 * 60));
        assertThat(rig.alerts()).isEmpty();
        rig.keep().keep(PAPER, START.plusSeconds(36 * 60));
        assertThat(rig.alerts()).containsExactly("feed-silent");
    }
}
