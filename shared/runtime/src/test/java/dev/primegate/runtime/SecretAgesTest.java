package dev.primegate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretAgesTest {
    private static final String NAME = "primegate-test/broker/trade";
    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final Duration READ = Duration.ofMinutes(4);

    private final SettableClock clock = new SettableClock(START);
    private final List<Alert> raised = new ArrayList<>();
    private final List<Runnable> beside = new ArrayList<>();
    private Instant since = START.minus(LONGEST);
    private boolean logFails;

    @Test
    void aSecretOfNinetyDaysIsToldOnceADayByHoweverManyReads() {
        SecretSource source = watched();
        for (int read = 0; read < 3 * 24 * 15; read++) {
            read(source);
            clock.advance(READ);
        }

        assertThat(raised)
                .extracting(Alert::summary)
                .containsExactly(
                        "secret primegate-test/broker/trade has been the same for 90 days",
                        "secret primegate-test/broker/trade has been the same for 90 days",
                        "secret primegate-test/broker/trade has been the same for 91 days",
                        "secret primegate-test/broker/trade has been the same for 92 days");
        assertThat(raised).extracting(Alert::id).doesNotHaveDuplicates();
    }

    @Test
    void aSecondLessIsNotTold() {
        since = since.plusSeconds(1);

        read(watched());

        assertThat(raised).isEmpty();
    }

    @Test
    void itsChangeEndsItThoughAnotherInstanceToldOfIt() {
        read(watched());
        since = clock.instant();
        SecretSource another = watched();
        read(another);
        read(another);

        assertThat(raised)
                .extracting(Alert::action)
                .containsExactly(Alert.Action.TRIGGER, Alert.Action.RESOLVE);
        assertThat(raised).extracting(Alert::dedupKey).containsOnly(raised.getFirst().dedupKey());
    }

    @Test
    void whoReadsItNeitherWaitsNorFails() {
        logFails = true;
        SecretSource source = watched();

        assertThat(source.current(NAME).since()).isEqualTo(since);
        assertThat(raised).isEmpty();
        beside.forEach(Runnable::run);
        beside.clear();
        logFails = false;
        read(source);

        assertThat(raised).hasSize(1);
    }

    private void read(SecretSource source) {
        var _ = source.current(NAME);
        beside.forEach(Runnable::run);
        beside.clear();
    }

    private SecretSource watched() {
        return new SecretAges(LONGEST, this::raise, clock, beside::add).over(new Store());
    }

    private void raise(Alert alert) {
        if (logFails) {
            throw new IllegalStateException("the table is away");
        }
        raised.add(alert);
    }

    private final class Store implements SecretSource {
        @Override
        public String id() {
            return "fake";
        }

        @Override
        public SecretVersion current(String name) {
            return new SecretVersion(Secret.parse(name, "{\"key\": \"one\"}"), since);
        }

        @Override
        public Optional<Secret> previous(String name) {
            return Optional.empty();
        }
    }
}
