package dev.primegate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.Arrivals;
import dev.primegate.alert.routing.Due;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.alert.routing.Matcher;
import dev.primegate.alert.routing.Policy;
import dev.primegate.alert.routing.Route;
import dev.primegate.alert.routing.RoutingTree;
import dev.primegate.alert.routing.Silence;
import dev.primegate.proof.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of incidents does. Each test gets a fresh one. */
public abstract class IncidentBookContract {
    private static final Instant T0 = Instant.parse("2026-11-02T10:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final RoutingTree TREE =
            new RoutingTree(
                    new Route(
                            "all",
                            List.of(),
                            false,
                            new Policy(
                                    List.of("pagerduty"),
                                    List.of(),
                                    List.of("rule"),
                                    Duration.ZERO,
                                    MINUTE,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty()),
                            List.of()),
                    List.of());
    private static final String KEY = "all/rule=rule";

    private IncidentBook book = new MemoryIncidentBook();

    protected abstract IncidentBook openBook();

    @BeforeEach
    void openOne() {
        book = openBook();
    }

    @Test
    void anIncidentIsReadAsItWasWritten() {
        Incident fired = fire("a", T0);
        Incident told =
                fired.claimed("pagerduty", T0.plusSeconds(30))
                        .told("slack", Due.TRIGGER, 1, T0.plusSeconds(1), Optional.of("thread-1"))
                        .failed("email", T0.plusSeconds(2))
                        .acknowledged("ann", T0.plusSeconds(3));

        Incident saved = save(told, T0).orElseThrow();

        assertThat(saved).isEqualTo(told.versioned(saved.version()));
        assertThat(book.find(KEY)).contains(saved);
        assertThat(book.open()).containsExactly(saved);
    }

    @Test
    void whoeverReadAnOlderVersionWritesNothing() {
        Incident fired = fire("a", T0);
        var _ = save(fired.acknowledged("ann", T0), T0);

        assertThat(save(fired.acknowledged("bob", T0), T0)).isEmpty();
        assertThat(book.find(KEY).orElseThrow().acknowledgement().orElseThrow().by())
                .isEqualTo("ann");
    }

    @Test
    void whatIsOverIsKeptApartAndCannotBeWrittenBack() {
        Incident fired = fire("a", T0);
        resolve("a", T0.plusSeconds(60));

        assertThat(book.open()).isEmpty();
        assertThat(book.ended(T0, T0.plusSeconds(120)))
                .singleElement()
                .satisfies(ended -> assertThat(ended.isFiring()).isFalse());
        assertThat(book.ended(T0.plusSeconds(61), T0.plusSeconds(120))).isEmpty();
        assertThat(save(fired.acknowledged("late", T0), T0)).isEmpty();
        assertThat(book.open()).isEmpty();
    }

    @Test
    void whatComesBackIsANewIncidentUnderItsOldKey() {
        Incident first = fire("a", T0);
        resolve("a", T0.plusSeconds(60));

        Incident second = fire("a", T0.plusSeconds(120));

        assertThat(second.since()).isEqualTo(T0.plusSeconds(120));
        assertThat(save(first.acknowledged("late", T0), T0)).isEmpty();
    }

    @Test
    void whatIsMarkedAsOverStaysUntilItIsSaved() {
        Incident fired = fire("a", T0);

        Incident over = book.mark(fired.ended()).orElseThrow();

        assertThat(book.mark(fired.ended())).isEmpty();
        assertThat(book.open()).containsExactly(over);
        assertThat(book.ended(T0, T0.plusSeconds(1))).isEmpty();
        assertThat(save(over, T0)).isPresent();
        assertThat(book.open()).isEmpty();
        assertThat(book.ended(T0, T0.plusSeconds(1))).hasSize(1);
    }

    @Test
    @Proves("X69")
    void anEndThatComesBeforeItsBeginningEndsIt() {
        take(resolution("a", T0.plusSeconds(5)), T0.plusSeconds(5));
        assertThat(book.open()).isEmpty();

        var _ = fire("a", T0.plusSeconds(6));
        take(resolution("a", T0.plusSeconds(9)), T0.plusSeconds(9));
        take(trigger("a", T0.plusSeconds(8)), T0.plusSeconds(10));

        assertThat(book.open()).isEmpty();
    }

    @Test
    void theSameAlertAgainChangesNothing() {
        Incident fired = fire("a", T0);

        take(trigger("a", T0), T0);

        assertThat(book.find(KEY)).contains(fired);
    }

    @Test
    @Proves("X64")
    void manyAtOnceAreCountedEachOnce() throws Exception {
        List<Callable<List<Incident>>> all =
                new ArrayList<>(
                        IntStream.range(0, 40)
                                .<Callable<List<Incident>>>mapToObj(
                                        i -> () -> take(trigger("s" + i % 20, T0), T0))
                                .toList());
        Collections.shuffle(all, new java.util.Random(7));
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<List<Incident>> taken : pool.invokeAll(all)) {
                assertThat(taken.get()).hasSize(1);
            }
        }

        Incident incident = book.find(KEY).orElseThrow();
        assertThat(incident.firingCount()).isEqualTo(20);
        assertThat(incident.sample()).hasSize(Incident.SAMPLE);
        for (int i = 0; i < 20; i++) {
            resolve("s" + i, T0.plusSeconds(60));
        }
        assertThat(book.open()).isEmpty();
    }

    @Test
    void anAlertCountsOnceHoweverOftenItIsNoted() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            Callable<List<Instant>> note = () -> book.note(trigger("a", T0), MINUTE);
            for (Future<List<Instant>> times : pool.invokeAll(Collections.nCopies(8, note))) {
                assertThat(times.get()).containsExactly(T0);
            }
        }
        Instant later = T0.plusSeconds(60);
        assertThat(book.note(trigger("a", later), MINUTE)).containsExactly(T0, later);
        assertThat(book.note(trigger("a", later.plusNanos(1)), MINUTE))
                .containsExactly(later, later.plusNanos(1));
    }

    @Test
    void aSilenceEndsByItselfOrWhenItIsLifted() {
        Silence silence =
                new Silence(
                        "s1",
                        List.of(Matcher.parse("rule=~order-.*"), Matcher.parse("broker!=x")),
                        "ann",
                        "known",
                        T0,
                        T0.plusSeconds(60));
        book.silence(silence);

        assertThat(book.silences(T0)).containsExactly(silence);
        assertThat(book.silences(T0.plusSeconds(60))).isEmpty();
        assertThat(book.lift("s2", T0)).isFalse();
        assertThat(book.lift("s1", T0.plusSeconds(9))).isTrue();
        assertThat(book.lift("s1", T0.plusSeconds(10))).isFalse();
        assertThat(book.silences(T0.plusSeconds(8))).hasSize(1);
        assertThat(book.silences(T0.plusSeconds(9))).isEmpty();

        book.silence(silence);
        assertThat(book.lift("s1", T0)).isTrue();
        assertThat(book.silences(T0)).isEmpty();
    }

    private Incident fire(String scope, Instant at) {
        return take(trigger(scope, at), at).getFirst();
    }

    private void resolve(String scope, Instant at) {
        take(resolution(scope, at), at);
    }

    private List<Incident> take(Alert alert, Instant now) {
        return new Arrivals(TREE, book).take(alert, now);
    }

    private Optional<Incident> save(Incident incident, Instant now) {
        return book.save(incident, Optional.empty(), now);
    }

    private static Alert trigger(String scope, Instant at) {
        return Alert.trigger(
                "rule", scope, scope + at, Severity.ERROR, "trouble", at, Map.of("broker", "b"));
    }

    private static Alert resolution(String scope, Instant at) {
        return Alert.resolve("rule", scope, scope + at, "over", at);
    }
}
