package dev.primegate.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Rule;
import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.Arrivals;
import dev.primegate.alert.routing.DailyTime;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.Inhibition;
import dev.primegate.alert.routing.Matcher;
import dev.primegate.alert.routing.Policy;
import dev.primegate.alert.routing.Policy.Escalation;
import dev.primegate.alert.routing.Route;
import dev.primegate.alert.routing.RoutingTree;
import dev.primegate.alert.routing.Silence;
import dev.primegate.alerting.Routing;
import dev.primegate.proof.Proves;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.Metric;
import dev.primegate.telemetry.Reading;
import dev.primegate.testkit.MemoryIncidentBook;
import dev.primegate.testkit.SettableClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Who is told what, and when, whatever fails. */
class DeskTest {
    private static final Instant T0 = Instant.parse("2026-11-02T10:00:00Z");

    private final SettableClock clock = new SettableClock(T0);
    private final MemoryIncidentBook book = new MemoryIncidentBook();
    private final Meters meters = new Meters();
    private final FakeChannel pager = new FakeChannel("pagerduty");
    private final FakeChannel slack = new FakeChannel("slack");
    private final FakeChannel email = new FakeChannel("email");
    private RoutingTree tree =
            tree(
                    new Policy(
                            List.of("pagerduty", "slack"),
                            List.of("email"),
                            List.of("rule"),
                            Duration.ZERO,
                            Duration.ofMinutes(5),
                            Optional.of(Duration.ofHours(4)),
                            Optional.empty(),
                            Optional.of(new Escalation(Duration.ofMinutes(15), List.of("email"))),
                            Optional.empty(),
                            Optional.empty()));

    @Test
    @Proves("K3")
    void troubleIsToldOnceToEachAndSoIsItsEnd() {
        fire("a");
        fire("a");
        round();
        resolve("a");
        round();

        assertThat(pager.said).containsExactly("TRIGGER", "RESOLVE");
        assertThat(slack.said).containsExactly("TRIGGER", "RESOLVE");
        assertThat(email.said).isEmpty();
        assertThat(book.open()).isEmpty();
    }

    /** The first word alone: a repeat hours later is no slow one. */
    @Test
    @Proves("G16")
    void fromWhatHappenedToTheFirstWordOfItIsMeasured() {
        Alert alert =
                Alert.trigger("rule", "a", "cause", Severity.CRITICAL, "trouble", now(), Map.of());
        clock.advance(Duration.ofSeconds(3));

        new Arrivals(tree, book).take(alert, now()).forEach(desk()::tell);
        after(Duration.ofHours(4));
        resolve("a");

        assertThat(pager.said).startsWith("TRIGGER", "REPEAT");
        assertThat(toldAfter("pagerduty")).containsExactly("3.00");
    }

    /** In seconds, as near as the histogram keeps it; one for each first word. */
    private List<String> toldAfter(String channel) {
        return meters.drain().stream()
                .filter(reading -> reading.series().metric() == Metric.ALERT_TOLD)
                .filter(reading -> reading.series().values().equals(List.of(channel, "critical")))
                .map(Reading.Spread.class::cast)
                .flatMap(reading -> reading.bars().stream())
                .map(bar -> bar.value().movePointLeft(3).setScale(2, RoundingMode.HALF_EVEN))
                .map(BigDecimal::toPlainString)
                .toList();
    }

    @Test
    void whatJoinsAnIncidentIsToldAfterItsIntervalAndTheIncidentEndsWithTheLast() {
        fire("a");
        fire("b");
        assertThat(pager.said).containsExactly("TRIGGER");

        after(Duration.ofMinutes(5));
        assertThat(pager.said).containsExactly("TRIGGER", "UPDATE");
        resolve("a");
        after(Duration.ofMinutes(5));
        assertThat(pager.said).containsExactly("TRIGGER", "UPDATE", "UPDATE");
        resolve("b");
        assertThat(pager.said).endsWith("UPDATE", "RESOLVE");
    }

    @Test
    void whatNobodyTakesInHandIsRepeatedAndWhatSomebodyDoesIsNot() {
        fire("a");
        after(Duration.ofHours(4));
        assertThat(pager.said).containsExactly("TRIGGER", "REPEAT");

        acknowledge();
        after(Duration.ofHours(4));
        assertThat(pager.said).containsExactly("TRIGGER", "REPEAT", "ACKNOWLEDGE");
    }

    @Test
    @Proves("K6")
    void whatNobodyAcknowledgesGoesToOthersAndTheyHearOfItsEnd() {
        fire("a");
        after(Duration.ofMinutes(14));
        assertThat(email.said).isEmpty();

        after(Duration.ofMinutes(1));
        assertThat(email.said).containsExactly("TRIGGER");
        resolve("a");
        assertThat(email.said).containsExactly("TRIGGER", "RESOLVE");
    }

    @Test
    void whatSomebodyAcknowledgesInTimeGoesToNobodyElse() {
        fire("a");
        acknowledge();
        after(Duration.ofMinutes(15));

        assertThat(email.said).isEmpty();
    }

    @Test
    @Proves("X65")
    void whileAChannelCannotBeReachedAnotherIsToldAndTheFirstIsTriedAgain() {
        pager.failures = 1;
        fire("a");
        assertThat(pager.said).isEmpty();
        assertThat(email.said).containsExactly("TRIGGER");
        assertThat(email.unreached).containsExactly(List.of("pagerduty"));

        after(Duration.ofMinutes(1));
        assertThat(pager.said).containsExactly("TRIGGER");
        resolve("a");
        assertThat(email.said).containsExactly("TRIGGER", "RESOLVE");
        assertThat(pager.said).containsExactly("TRIGGER", "RESOLVE");
    }

    @Test
    void anEndThatCannotBeToldStaysDue() {
        fire("a");
        pager.failures = 1;
        resolve("a");
        assertThat(pager.said).containsExactly("TRIGGER");
        assertThat(book.open()).hasSize(1);

        after(Duration.ofMinutes(1));
        assertThat(pager.said).containsExactly("TRIGGER", "RESOLVE");
        assertThat(book.open()).isEmpty();
    }

    @Test
    @Proves("X68")
    void whoeverDiesBetweenTellingAndNotingIsRepeatedUnderTheSameKey() {
        pager.dies = true;
        assertThatThrownBy(() -> fire("a")).hasCauseInstanceOf(Death.class);
        pager.dies = false;
        round();
        assertThat(pager.said).containsExactly("TRIGGER");

        after(Duration.ofSeconds(61));
        assertThat(pager.said).containsExactly("TRIGGER", "TRIGGER");
        assertThat(pager.keys).containsOnly("root/rule=rule");
        resolve("a");
        assertThat(pager.said).endsWith("RESOLVE");
    }

    @Test
    @Proves("K3")
    void whatMayHaveArrivedThoughNobodyAnsweredIsEnded() {
        pager.mute = 1;
        fire("a");
        resolve("a");
        assertThat(pager.said).containsExactly("TRIGGER");
        assertThat(book.open()).hasSize(1);

        after(Duration.ofMinutes(1));
        assertThat(pager.said).containsExactly("TRIGGER", "RESOLVE");
        assertThat(book.open()).isEmpty();
    }

    @Test
    @Proves({"K3", "X68"})
    void whatWasToldByWhoeverDiedIsEndedThoughItWasNeverNoted() {
        pager.dies = true;
        assertThatThrownBy(() -> fire("a")).hasCauseInstanceOf(Death.class);
        pager.dies = false;
        resolve("a");
        assertThat(pager.said).containsExactly("TRIGGER");

        after(Duration.ofSeconds(61));
        assertThat(pager.said).containsExactly("TRIGGER", "RESOLVE");
        assertThat(book.open()).isEmpty();
    }

    @Test
    void whatTheChannelRefusedAndNeverHeardIsNotEndedThere() {
        pager.refusals = 1;
        fire("a");
        resolve("a");
        after(Duration.ofMinutes(1));

        assertThat(pager.said).isEmpty();
        assertThat(slack.said).containsExactly("TRIGGER", "RESOLVE");
        assertThat(book.open()).isEmpty();
    }

    @Test
    void aRefusalDoesNotUndoThatAnEarlierAttemptMayHaveArrived() {
        pager.mute = 1;
        fire("a");
        pager.refusals = 1;
        after(Duration.ofMinutes(1));
        resolve("a");
        after(Duration.ofMinutes(2));

        assertThat(pager.said).containsExactly("TRIGGER", "RESOLVE");
        assertThat(book.open()).isEmpty();
    }

    @Test
    @Proves("K3")
    void aSilenceKeepsTroubleQuietAndNeverItsEnd() {
        fire("a");
        silence("rule=rule");
        fire("b");
        after(Duration.ofMinutes(5));
        assertThat(pager.said).containsExactly("TRIGGER");

        resolve("a");
        resolve("b");
        assertThat(pager.said).containsExactly("TRIGGER", "RESOLVE");
    }

    @Test
    void whatWasSilentFromTheBeginningIsToldWhenTheSilenceEndsAndNeverIfItEndedBefore() {
        silence("rule=rule");
        fire("a");
        resolve("a");
        fire("b");
        assertThat(pager.said).isEmpty();

        after(Duration.ofHours(1));
        assertThat(pager.said).containsExactly("TRIGGER");
    }

    @Test
    void whatAPersonEndsIsPutAsideWithoutAWordUnlessSomebodyWasTold() {
        silence("rule=rule");
        fire("a");
        assertThat(book.mark(book.open().getFirst().ended())).isPresent();
        round();
        assertThat(book.open()).isEmpty();
        assertThat(book.ended(T0, now())).hasSize(1);
        assertThat(pager.said).isEmpty();

        after(Duration.ofHours(1));
        fire("b");
        assertThat(book.mark(book.open().getFirst().ended())).isPresent();
        round();
        assertThat(pager.said).containsExactly("TRIGGER", "RESOLVE");
        assertThat(book.open()).isEmpty();
    }

    @Test
    @Proves("K6")
    void aCauseKeepsItsConsequencesQuiet() {
        tree =
                new RoutingTree(
                        tree.root(),
                        List.of(
                                new Inhibition(
                                        List.of(Matcher.parse("rule=broker-down")),
                                        List.of(Matcher.parse("rule=rule")),
                                        List.of("broker"))));
        take(Alert.trigger("broker-down", "b", "c", Severity.CRITICAL, "down", now(), broker("b")));
        fire("a");
        assertThat(pager.keys).containsExactly("root/rule=broker-down");

        take(Alert.resolve("broker-down", "b", "c", "up", now().plusMillis(1)));
        round();
        assertThat(pager.keys)
                .containsExactly(
                        "root/rule=broker-down", "root/rule=broker-down", "root/rule=rule");
    }

    @Test
    void theConsequencesAtAnotherBrokerAreNotItsOwn() {
        tree =
                new RoutingTree(
                        tree.root(),
                        List.of(
                                new Inhibition(
                                        List.of(Matcher.parse("rule=broker-down")),
                                        List.of(Matcher.parse("rule=rule")),
                                        List.of("broker"))));
        take(Alert.trigger("broker-down", "x", "c", Severity.CRITICAL, "down", now(), broker("x")));
        fire("a");

        assertThat(pager.keys).containsExactly("root/rule=broker-down", "root/rule=rule");
    }

    @Test
    void whatEndsWithinItsWaitIsToldToNobody() {
        tree =
                tree(
                        new Policy(
                                List.of("pagerduty"),
                                List.of(),
                                List.of("rule"),
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(5),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        fire("a");
        resolve("a");
        after(Duration.ofMinutes(1));

        assertThat(pager.said).isEmpty();
        assertThat(book.ended(T0, now())).hasSize(1);
    }

    @Test
    @Proves("K5")
    void aDigestSaysAllOfADayInOne() {
        tree =
                tree(
                        new Policy(
                                List.of("email"),
                                List.of(),
                                List.of(),
                                Duration.ZERO,
                                Duration.ofMinutes(5),
                                Optional.empty(),
                                Optional.of(DailyTime.parse("12:00 UTC")),
                                Optional.empty(),
                                Optional.of(Duration.ofHours(1)),
                                Optional.empty()));
        fire("a");
        fire("b");
        after(Duration.ofMinutes(90));
        assertThat(email.said).isEmpty();

        after(Duration.ofMinutes(30));
        assertThat(email.said).containsExactly("TRIGGER");
    }

    @Test
    void whatHasNoEndOfItsOwnEndsWhenItHasBeenQuiet() {
        tree =
                tree(
                        new Policy(
                                List.of("pagerduty"),
                                List.of(),
                                List.of("rule"),
                                Duration.ZERO,
                                Duration.ofMinutes(5),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Duration.ofHours(1)),
                                Optional.empty()));
        fire("a");
        after(Duration.ofMinutes(59));
        fire("a");
        after(Duration.ofMinutes(59));
        assertThat(pager.said).containsExactly("TRIGGER");

        after(Duration.ofMinutes(2));
        assertThat(pager.said).containsExactly("TRIGGER", "RESOLVE");
        fire("a");
        assertThat(pager.said).containsExactly("TRIGGER", "RESOLVE", "TRIGGER");
        resolve("a");
        assertThat(pager.said).endsWith("TRIGGER", "RESOLVE");
    }

    @Test
    @Proves("X64")
    void aStormIsOneIncident() {
        for (int i = 0; i < 10_000; i++) {
            fire("order-" + i);
        }

        assertThat(pager.said).containsExactly("TRIGGER");
        after(Duration.ofMinutes(5));
        assertThat(pager.said).containsExactly("TRIGGER", "UPDATE");
        assertThat(pager.summaries.getLast()).endsWith("(and 9999 more)");
        assertThat(book.open())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.firingCount()).isEqualTo(10_000);
                    assertThat(incident.sample()).hasSize(Incident.SAMPLE);
                });
        for (int i = 0; i < 10_000; i++) {
            resolve("order-" + i);
        }
        assertThat(pager.said).endsWith("RESOLVE");
        assertThat(book.open()).isEmpty();
    }

    /** Rows speak of ten seconds from event to channel; here none of them is spent waiting. */
    @Test
    @Proves("K1")
    void whatIsCriticalIsToldAPersonInTheMomentItArrivesByTheUsualTree() {
        tree = Routing.usualTree();
        for (Rule rule : Rule.values()) {
            if (rule.severity() == Severity.INFO) {
                continue; // Never louder than that.
            }
            Instant before = now();
            pager.said.clear();
            slack.said.clear();
            take(
                    Alert.trigger(
                            rule.id(),
                            "s-" + rule.id(),
                            "c",
                            Severity.CRITICAL,
                            "trouble",
                            now(),
                            broker(rule.id())));

            assertThat(pager.said).as(rule.id()).containsExactly("TRIGGER");
            assertThat(slack.said).as(rule.id()).containsExactly("TRIGGER");
            assertThat(now()).isEqualTo(before);
        }
    }

    /** The router tells of others' troubles; its own must not become one that it has to tell. */
    @Test
    @Proves("X67")
    void thatNobodyCanBeToldMakesNoAlertOfItsOwn() {
        pager.failures = 4;
        slack.failures = 4;
        email.failures = 4;
        fire("a");
        for (int minute = 0; minute < 3; minute++) {
            after(Duration.ofMinutes(5));
            assertThat(book.open()).extracting(Incident::key).containsExactly("root/rule=rule");
        }
        assertThat(pager.said).isEmpty();

        after(Duration.ofMinutes(5));
        assertThat(pager.said).containsExactly("TRIGGER");
        assertThat(pager.keys).containsExactly("root/rule=rule");
    }

    private void fire(String scope) {
        take(
                Alert.trigger(
                        "rule",
                        scope,
                        scope + now(),
                        Severity.ERROR,
                        "trouble",
                        now(),
                        broker("b")));
    }

    private void resolve(String scope) {
        clock.advance(Duration.ofMillis(1));
        take(Alert.resolve("rule", scope, scope + now(), "over", now()));
    }

    private void take(Alert alert) {
        new Arrivals(tree, book).take(alert, now()).forEach(desk()::tell);
    }

    private void acknowledge() {
        Incident incident = book.open().getFirst();
        var _ = book.save(incident.acknowledged("ann", now()), Optional.empty(), now());
        round();
    }

    private void silence(String matcher) {
        book.silence(
                new Silence(
                        "s",
                        List.of(Matcher.parse(matcher)),
                        "ann",
                        "known",
                        now(),
                        now().plus(Duration.ofHours(1))));
    }

    private void after(Duration time) {
        clock.advance(time);
        round();
    }

    private void round() {
        new MinuteRound(tree, book, desk(), clock).run(now().plusSeconds(50));
    }

    private Desk desk() {
        return new Desk(tree, book, List.of(pager, slack, email), meters, clock);
    }

    private Instant now() {
        return clock.instant();
    }

    private static Map<String, String> broker(String name) {
        return Map.of("broker", name);
    }

    private static RoutingTree tree(Policy policy) {
        return new RoutingTree(new Route("root", List.of(), false, policy, List.of()), List.of());
    }

    /** Hears, or does not. */
    private static final class FakeChannel implements Channel {
        private final String kind;
        private final List<String> said = new CopyOnWriteArrayList<>();
        private final List<String> keys = new CopyOnWriteArrayList<>();
        private final List<String> summaries = new CopyOnWriteArrayList<>();
        private final List<List<String>> unreached = new CopyOnWriteArrayList<>();
        private int failures;
        private int refusals;
        private int mute;
        private boolean dies;

        FakeChannel(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public boolean isConfigured() {
            return true;
        }

        @Override
        public Optional<String> tell(Notice notice, Runnable troubled) {
            if (failures > 0) {
                failures--;
                troubled.run();
                throw new BusyException(kind, "answered 503", Duration.ZERO);
            }
            if (refusals > 0) {
                refusals--;
                throw new NotToldException(kind, "answered 400");
            }
            said.add(notice.due().name());
            keys.add(notice.incident().key());
            summaries.add(notice.summary());
            unreached.add(new ArrayList<>(notice.unreached()));
            if (dies) {
                throw new Death();
            }
            if (mute > 0) {
                mute--;
                troubled.run();
                throw new BusyException(kind, "did not answer", Duration.ZERO);
            }
            return Optional.empty();
        }
    }

    /** The end of the process, so to speak: nobody catches it. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }
}
