package dev.primegate.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.Arrivals;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.RoutingTree;
import dev.primegate.alerting.Routing;
import dev.primegate.proof.Proves;
import dev.primegate.telemetry.Meters;
import dev.primegate.testkit.MemoryIncidentBook;
import dev.primegate.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** More trouble at once than a slow channel can be told of while a claim lasts. */
class DeskQueueTest {
    private static final Instant T0 = Instant.parse("2026-11-02T10:00:00Z");
    private static final int AT_ONCE = 20;
    private static final int INCIDENTS = 100;

    private final SettableClock clock = new SettableClock(T0);
    private final MemoryIncidentBook book = new MemoryIncidentBook();
    private final RoutingTree tree = Routing.usualTree();
    private final SlowChannel slack = new SlowChannel();
    private final Desk desk = new Desk(tree, book, List.of(slack), new Meters(), clock);

    @Test
    @Proves({"K3", "K4"})
    void whatWaitsForItsTurnIsNotClaimedAndIsToldOnce() throws InterruptedException {
        try (ExecutorService arriving = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < INCIDENTS; i++) {
                List<Incident> begun = new Arrivals(tree, book).take(alert(i), T0);
                arriving.execute(() -> begun.forEach(desk::tell));
            }
            slack.begun.acquire(AT_ONCE);
            // However long one waits; a second is enough to see it if it were not so.
            boolean more = slack.begun.tryAcquire(1, TimeUnit.SECONDS);
            long claims = claims();
            slack.goOn.release(INCIDENTS);

            assertThat(more).isFalse();
            assertThat(claims).isEqualTo(AT_ONCE);
        }
        assertThat(slack.told).hasSize(INCIDENTS).doesNotHaveDuplicates();
        assertThat(claims()).isZero();
    }

    private long claims() {
        return book.open().stream()
                .flatMap(incident -> incident.tellings().values().stream())
                .filter(telling -> telling.notBefore().isAfter(T0))
                .count();
    }

    private static Alert alert(int i) {
        return Alert.trigger(
                "position-drift",
                "drift-" + i,
                "beginning",
                Severity.CRITICAL,
                "trouble",
                T0,
                Map.of("broker", "one"));
    }

    /** Answers nobody until it may go on. */
    private static final class SlowChannel implements Channel {
        private final Semaphore begun = new Semaphore(0);
        private final Semaphore goOn = new Semaphore(0);
        private final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public String kind() {
            return "slack";
        }

        @Override
        public boolean isConfigured() {
            return true;
        }

        @Override
        public int atOnce() {
            return AT_ONCE;
        }

        @Override
        public Optional<String> tell(Notice notice, Runnable troubled) {
            begun.release();
            goOn.acquireUninterruptibly();
            told.add(notice.incident().key());
            return Optional.empty();
        }
    }
}
