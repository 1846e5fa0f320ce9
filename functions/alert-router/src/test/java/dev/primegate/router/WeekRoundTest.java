package dev.primegate.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.alert.routing.Member;
import dev.primegate.alert.routing.RoutingTree;
import dev.primegate.alerting.Routing;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.TradingState;
import dev.primegate.telemetry.Meters;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.MemoryBreakLog;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** A week of pages, by the routes that travel with the software, and what is said of it. */
class WeekRoundTest {
    /** A Wednesday. */
    private static final Instant T0 = Instant.parse("2026-11-18T10:00:00Z");

    private final SettableClock clock = new SettableClock(T0);
    private final RoutingTree tree = Routing.usualTree();
    private final MemoryBooks books = new MemoryBooks(clock);
    private final IncidentBook incidents = books.incidents();
    private final StandIn pager = new StandIn("pagerduty", clock);
    private final StandIn slack = new StandIn("slack", clock);
    private final StandIn email = new StandIn("email", clock);
    private final Desk desk =
            new Desk(tree, incidents, List.of(pager, slack, email), new Meters(), clock);
    private final RouteAlert route =
            new RouteAlert(tree, incidents, desk, new PlainConfig(Optional.empty()), clock);
    private final WeekRound week =
            new WeekRound(
                    incidents, books.halts(), books.query(), new MemoryBreakLog(), route, clock);

    @Test
    void aPageThatEndedWithNothingDoneIsCountedOfItsRule() {
        troubled("broker-down", "one", () -> {});
        troubled("broker-down", "two", () -> halt("broker:two"));
        troubled("feed-silent", "three", () -> {});
        troubled("feed-silent", "four", () -> acknowledge("page/rule=feed-silent,scope=four"));
        troubled("position-drift", "five", () -> halt("all"));

        assertThat(said())
                .containsEntry("week", "2026-11-16")
                .containsEntry("idle-broker-down", "1 of 2, 0 acknowledged")
                .containsEntry("idle-feed-silent", "2 of 2, 1 acknowledged")
                .containsEntry("idle-position-drift", "0 of 1, 0 acknowledged");
        assertThat(review().summary())
                .isEqualTo("3 of 5 pages of the week from 2026-11-16 needed no action");
    }

    @Test
    void whatWasDoneBeforeOrElsewhereIsNotAboutIt() {
        halt("broker:one");
        clock.advance(Duration.ofMinutes(1));
        troubled("broker-down", "one", () -> halt("broker:other"));

        assertThat(said()).containsEntry("idle-broker-down", "1 of 1, 0 acknowledged");
    }

    @Test
    void whatPagedNobodyOrLastsOrEndedInAnotherWeekIsNotCounted() {
        route.route(alert("broker-down", "lasts", Severity.CRITICAL));
        clock.advance(Duration.ofMinutes(1));
        route.route(alert("steps-differ", "quiet", Severity.WARNING));
        route.route(end("steps-differ", "quiet"));
        clock.advance(Duration.ofDays(7));
        troubled("broker-down", "later", () -> {});
        clock.advance(Duration.ofDays(-7));

        assertThat(said()).containsOnlyKeys("rule", "scope", "severity", "week");
    }

    @Test
    void itIsToldByMailAndSlackOnceAWeekAndPagesNobody() {
        troubled("broker-down", "one", () -> {});
        int pages = pager.said().size();
        clock.advance(Duration.ofDays(5));

        week.run();
        week.run();

        for (StandIn channel : List.of(slack, email)) {
            assertThat(channel.said())
                    .filteredOn(said -> said.key().startsWith("week/"))
                    .as(channel.kind())
                    .hasSize(1);
        }
        assertThat(pager.said()).hasSize(pages);
    }

    /** What is said of the week of {@link #T0}. */
    private SortedMap<String, String> said() {
        return review().labels().values();
    }

    private Member review() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-23T06:30:00Z")));
        week.run();
        return incidents.member("week/rule=pages-reviewed", "pages-reviewed:week").orElseThrow();
    }

    private void troubled(String rule, String scope, Runnable meanwhile) {
        route.route(alert(rule, scope, Severity.CRITICAL));
        clock.advance(Duration.ofMinutes(1));
        meanwhile.run();
        clock.advance(Duration.ofMinutes(1));
        route.route(end(rule, scope));
        clock.advance(Duration.ofMinutes(1));
    }

    private Alert alert(String rule, String scope, Severity severity) {
        return Alert.trigger(
                rule, scope, "begin", severity, rule, clock.instant(), Map.of("broker", scope));
    }

    private Alert end(String rule, String scope) {
        return Alert.resolve(rule, scope, "end", "over", clock.instant());
    }

    private void halt(String scope) {
        books.halts()
                .halt(
                        new Halt(
                                new HaltScope(scope),
                                TradingState.HALTED,
                                "jane",
                                "to look",
                                Optional.empty()));
    }

    private void acknowledge(String key) {
        Incident incident = incidents.find(key).orElseThrow();
        assertThat(
                        incidents.save(
                                incident.acknowledged("jane", clock.instant()),
                                Optional.empty(),
                                clock.instant()))
                .isPresent();
    }
}
