package dev.primegate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.proof.Proves;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldSecretsTest {
    private static final String NAME = "primegate-test/broker/trade";
    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    private static final Duration OVERLAP = Duration.ofHours(24);

    private final SettableClock clock = new SettableClock(START);
    private final Store store = new Store();
    private final List<Runnable> beside = new ArrayList<>();
    private final HeldSecrets secrets = new HeldSecrets(store, OVERLAP, clock, beside::add);

    @BeforeEach
    void write() {
        store.write("one", START);
    }

    @Test
    @Proves("C5")
    void theStoreIsReadOnceInFourMinutes() {
        key();
        clock.advance(Duration.ofMinutes(4).minusSeconds(1));
        key();

        assertThat(store.reads).isEqualTo(1);
        assertThat(beside).isEmpty();
    }

    @Test
    @Proves("C5")
    void beforeItIsFiveMinutesOldItIsReadAgainWhileNobodyWaits() {
        key();
        store.write("two", START);
        clock.advance(Duration.ofMinutes(4));

        assertThat(key()).isEqualTo("one");
        beside.forEach(Runnable::run);

        assertThat(key()).isEqualTo("two");
    }

    @Test
    @Proves("C5")
    void nothingFiveMinutesOldIsUsedThoughNothingRanBeside() {
        key();
        store.write("two", START);
        clock.advance(Duration.ofMinutes(5));

        assertThat(key()).isEqualTo("two");
    }

    @Test
    void aStoreThatFailsIsBorneUntilWhatIsHeldIsFiveMinutesOld() {
        key();
        store.fails = true;
        clock.advance(Duration.ofMinutes(5).minusSeconds(1));

        assertThat(key()).isEqualTo("one");
        beside.forEach(Runnable::run);
        assertThat(key()).isEqualTo("one");

        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(this::key).isInstanceOf(Secrets.SecretUnavailableException.class);
    }

    @Test
    void manyCallsAskAFailingStoreOnceInTenSeconds() {
        key();
        store.fails = true;
        clock.advance(Duration.ofMinutes(4));
        for (int call = 0; call < 100; call++) {
            key();
            beside.forEach(Runnable::run);
        }

        assertThat(store.reads).isEqualTo(2);
    }

    @Test
    @Proves("X37")
    void theSecretBeforeItIsTakenForADay() {
        key();
        clock.advance(Duration.ofHours(1));
        store.write("two", clock.instant());

        assertThat(key()).isEqualTo("two");
        assertThat(previous()).contains("one");

        clock.advance(OVERLAP.minusSeconds(1));
        assertThat(previous()).contains("one");
        clock.advance(Duration.ofSeconds(1));
        assertThat(previous()).isEmpty();
    }

    @Test
    @Proves("X37")
    void aKeyThatIsRefusedIsReadAgainOnceHoweverOftenItIsRefused() {
        Secret refused = secrets.get(NAME);
        clock.advance(Duration.ofSeconds(10));

        for (int refusal = 0; refusal < 100; refusal++) {
            assertThat(secrets.renewed(NAME, refused)).isEmpty();
        }
        assertThat(store.reads).isEqualTo(2);

        store.write("two", clock.instant());
        clock.advance(Duration.ofSeconds(10));
        assertThat(secrets.renewed(NAME, refused)).map(s -> s.get("key")).contains("two");
        assertThat(secrets.renewed(NAME, refused)).map(s -> s.get("key")).contains("two");
        assertThat(store.reads).isEqualTo(3);
    }

    @Test
    void aSourceThatIsNotBuiltInIsNamed() {
        Chosen vault = new Chosen("vault");
        SecretAges ages = new SecretAges(vault, _ -> {}, clock, beside::add);

        assertThatThrownBy(() -> new HeldSecrets(List.of(store), vault, ages, clock, beside::add))
                .hasMessageContaining("vault")
                .hasMessageContaining("fake");
    }

    @Test
    void aSecretDoesNotShowItself() {
        assertThat(secrets.get(NAME).toString()).doesNotContain("one").contains(NAME);
    }

    private String key() {
        return secrets.get(NAME).get("key");
    }

    private Optional<String> previous() {
        return secrets.previous(NAME).map(secret -> secret.get("key"));
    }

    private record Chosen(String source) implements SecretsConfig {
        @Override
        public Optional<java.nio.file.Path> folder() {
            return Optional.empty();
        }

        @Override
        public Duration overlap() {
            return OVERLAP;
        }

        @Override
        public Duration longest() {
            return Duration.ofDays(90);
        }
    }

    private static final class Store implements SecretSource {
        private final List<SecretVersion> versions = new ArrayList<>();
        private int reads;
        private boolean fails;

        void write(String key, Instant at) {
            versions.add(
                    new SecretVersion(Secret.parse(NAME, "{\"key\": \"%s\"}".formatted(key)), at));
        }

        @Override
        public String id() {
            return "fake";
        }

        @Override
        public SecretVersion current(String name) {
            reads++;
            if (fails) {
                throw new Secrets.SecretUnavailableException(name, "it fails");
            }
            return versions.getLast();
        }

        @Override
        public Optional<Secret> previous(String name) {
            return versions.size() < 2
                    ? Optional.empty()
                    : Optional.of(versions.get(versions.size() - 2).secret());
        }
    }
}
