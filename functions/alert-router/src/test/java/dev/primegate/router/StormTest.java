package dev.primegate.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.Due;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.Policy;
import dev.primegate.alert.routing.Route;
import dev.primegate.alert.routing.RoutingTree;
import dev.primegate.alerting.Routing;
import dev.primegate.proof.Proves;
import dev.primegate.router.StandIn.Said;
import dev.primegate.router.StandIn.Trouble;
import dev.primegate.telemetry.Meters;
import dev.primegate.testkit.MemoryIncidentBook;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An hour of alerts in virtual time, ten thousand a minute at its peak, while every destination
 * fails in its way; then the day after it. Alerts come again, late and in the wrong order.
 */
class StormTest {
    private static final Instant T0 = Instant.parse("2026-11-02T10:00:00Z");
    private static final int MINUTES = 60;
    private static final int PEAK = 10_000;
    private static final int USUAL = 500;

    /** How long a trouble lasts at least that ends within the storm. */
    private static final Duration LIFE = Duration.ofMinutes(3);

    /** The longest that a destination is away here, and the longest pause between attempts. */
    private static final Duration PATIENCE = Duration.ofMinutes(8 + 5 + 1);

    /** A line for each of so many alerts is of no use to anybody. */
    private static final Logger LOG = Logger.getLogger("dev.primegate.router");

    private static final List<String> BROKERS = List.of("one", "two", "three");

    private final SettableClock clock = new SettableClock(T0);
    private final MemoryIncidentBook book = new MemoryIncidentBook();
    private final RoutingTree tree = withHooks(Routing.usualTree());
    private final Random random = new Random(7);

    private final StandIn pager =
            new StandIn("pagerduty", clock)
                    .with(Trouble.GONE, at(10), Duration.ofMinutes(5))
                    .with(Trouble.BUSY, at(29), Duration.ofMinutes(2))
                    .with(Trouble.MUTE, at(40), Duration.ofMinutes(1))
                    .with(Trouble.GONE, at(60), Duration.ofMinutes(3));
    private final StandIn slack =
            new StandIn("slack", clock)
                    .with(Trouble.BUSY, at(0), Duration.ofMinutes(2))
                    .with(Trouble.GONE, at(28), Duration.ofMinutes(8))
                    .with(Trouble.BUSY, at(60), Duration.ofMinutes(2));
    private final StandIn email =
            new StandIn("email", clock)
                    .with(Trouble.BUSY, at(11), Duration.ofMinutes(2))
                    .with(Trouble.GONE, at(21 * 60), Duration.ofMinutes(4));
    private final StandIn webhook =
            new StandIn("webhook", clock).with(Trouble.MUTE, at(5), Duration.ofMinutes(3));
    private final Map<String, StandIn> channels =
            Map.of("pagerduty", pager, "slack", slack, "email", email, "webhook", webhook);

    private final Desk desk =
            new Desk(tree, book, List.copyOf(channels.values()), new Meters(), clock);
    private final RouteAlert route =
            new RouteAlert(tree, book, desk, new PlainConfig(Optional.empty()), clock);
    private final MinuteRound round = new MinuteRound(tree, book, desk, clock);

    /** What was there to be told, minute by minute. */
    private final List<Owed> owed = new ArrayList<>();

    private final Map<String, Alert> firing = new TreeMap<>();
    private final Deque<Alert> begun = new ArrayDeque<>();
    private final List<Alert> late = new ArrayList<>();
    private int alerts;

    @BeforeEach
    void beQuiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterEach
    void speakAgain() {
        LOG.setLevel(Level.INFO);
    }

    @Test
    @Proves({"K4", "K3", "K5", "X64"})
    void inAnHourOfStormEveryAlertIsToldAndNothingIsToldTwice() {
        for (int minute = 0; minute < MINUTES; minute++) {
            minute(count(minute));
        }
        List.copyOf(firing.values()).forEach(this::end);
        for (int minute = MINUTES; minute < 23 * 60; minute++) {
            clock.advance(Duration.ofMinutes(1));
            look();
        }

        assertThat(alerts).isGreaterThan(90_000);
        assertThat(channels.values()).allSatisfy(one -> assertThat(one.refused()).isPositive());
        assertThat(owed).hasSizeGreaterThan(600).allSatisfy(this::everybodyHeard);
        for (StandIn one : List.of(pager, webhook)) {
            List<String> open = new ArrayList<>();
            // Of four kinds of trouble each broker has one page, however many alerts.
            assertThat(one.opened(open)).hasSize(4 * BROKERS.size()).allSatisfy(StormTest::once);
            assertThat(open).isEmpty();
        }
        channels.values().forEach(StormTest::saidOnce);
        assertThat(email.said().stream().filter(said -> said.key().startsWith("digest/")))
                .extracting(Said::due)
                .containsExactly(Due.TRIGGER);
        assertThat(book.open()).extracting(Incident::route).containsOnly("digest");
    }

    private static void once(String key, int opened) {
        assertThat(opened).as(key).isOne();
    }

    private void everybodyHeard(Owed owed) {
        for (String channel : owed.channels()) {
            assertThat(Objects.requireNonNull(channels.get(channel)).said())
                    .as("what %s was told", channel)
                    .anyMatch(owed::isPaidBy);
        }
    }

    /** That somebody must hear of an incident up to this change, before long. */
    private record Owed(String key, long change, List<String> channels, Instant at) {
        boolean isPaidBy(Said said) {
            return said.key().equals(key)
                    && said.change() >= change
                    && said.at().isBefore(at.plus(PATIENCE));
        }
    }

    /** Only what nobody could know to have arrived is said again. */
    private static void saidOnce(StandIn channel) {
        Map<String, Integer> times = new TreeMap<>();
        channel.said().stream()
                .filter(Said::answered)
                .filter(said -> said.due() != Due.REPEAT)
                .forEach(said ->
                        times.merge(
                                "%s %s %d".formatted(said.key(), said.due(), said.change()),
                                1,
                                Integer::sum));
        assertThat(times).as(channel.kind()).allSatisfy(StormTest::once);
    }

    /** Ten thousand in each of five minutes, and what builds up to it and dies away. */
    private static int count(int minute) {
        int away = Math.max(0, Math.abs(minute - MINUTES / 2) - 2);
        return away == 0 ? PEAK : Math.max(USUAL, PEAK / (2 * away));
    }

    private void minute(int count) {
        for (int i = 0; i < count; i++) {
            clock.advance(Duration.ofMinutes(1).dividedBy(count));
            take(next());
            again();
            endOld();
        }
        look();
    }

    private void look() {
        for (Incident incident : book.open()) {
            Policy policy = tree.named(incident.route()).policy();
            if (policy.digest().isEmpty()) {
                owed.add(
                        new Owed(
                                incident.key(),
                                incident.change(),
                                policy.channels(),
                                clock.instant()));
            }
        }
        round.run(clock.instant().plusSeconds(50));
    }

    private Alert next() {
        String broker = BROKERS.get(random.nextInt(BROKERS.size()));
        int any = random.nextInt(300);
        return switch (random.nextInt(10)) {
            case 0 -> trigger("position-drift", broker, Severity.CRITICAL, broker);
            case 1 -> trigger("order-rejected", broker + "/" + any, Severity.CRITICAL, broker);
            case 2, 3 -> trigger("note", "n" + any, Severity.INFO, broker);
            case 4 -> trigger("steps-differ", broker, Severity.WARNING, broker);
            default -> trigger("order-unknown", broker + "/" + any, Severity.ERROR, broker);
        };
    }

    private Alert trigger(String rule, String scope, Severity severity, String broker) {
        return Alert.trigger(
                rule,
                scope,
                "cause " + alerts,
                severity,
                "trouble",
                clock.instant(),
                Map.of("broker", broker));
    }

    private void take(Alert alert) {
        alerts++;
        route.route(alert);
        assertThat(book.incidentsOf(alert.dedupKey())).anyMatch(key -> knows(key, alert));
        if (!alert.rule().equals("note") && !alert.rule().equals("order-rejected")) {
            firing.put(alert.dedupKey(), alert);
            begun.add(alert);
        }
    }

    private boolean knows(String incident, Alert alert) {
        return book.member(incident, alert.dedupKey())
                .filter(member -> member.firing() && !member.lastAt().isBefore(alert.at()))
                .isPresent();
    }

    /** One in twenty comes again, and then perhaps long after its end. */
    private void again() {
        if (random.nextInt(20) == 0 && !begun.isEmpty()) {
            late.add(begun.getLast());
        }
        if (late.size() > 500) {
            route.route(late.remove(random.nextInt(late.size())));
        }
    }

    /** Troubles end, but for some of each incident: so it lasts until the storm is over. */
    private void endOld() {
        while (!begun.isEmpty() && begun.element().at().isBefore(clock.instant().minus(LIFE))) {
            Alert old = begun.remove();
            if (old.dedupKey().contains("/1") && firing.containsKey(old.dedupKey())) {
                end(old);
            }
        }
    }

    private void end(Alert old) {
        firing.remove(old.dedupKey());
        clock.advance(Duration.ofMillis(1));
        route.route(
                Alert.resolve(
                        old.rule(),
                        old.dedupKey().substring(old.rule().length() + 1),
                        "end of " + old.id(),
                        "over",
                        clock.instant()));
    }

    private static Instant at(int minute) {
        return T0.plus(Duration.ofMinutes(minute));
    }

    /** The tree that travels with the software, and a webhook that hears of every page. */
    private static RoutingTree withHooks(RoutingTree usual) {
        Route root = usual.root();
        List<Route> below = root.routes().stream().map(StormTest::withHook).toList();
        return new RoutingTree(
                new Route(root.name(), root.match(), root.goOn(), root.policy(), below),
                usual.inhibitions());
    }

    private static Route withHook(Route route) {
        Policy usual = route.policy();
        if (!usual.channels().contains("pagerduty")) {
            return route;
        }
        List<String> told = new ArrayList<>(usual.channels());
        told.add("webhook");
        Policy policy =
                new Policy(
                        told,
                        usual.fallback(),
                        usual.groupBy(),
                        usual.groupWait(),
                        usual.groupInterval(),
                        usual.repeat(),
                        usual.digest(),
                        usual.escalation(),
                        usual.endAfter(),
                        usual.hours());
        return new Route(route.name(), route.match(), route.goOn(), policy, route.routes());
    }
}
