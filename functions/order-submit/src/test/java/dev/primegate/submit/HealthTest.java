package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.broker.AccountReports;
import dev.primegate.broker.BrokerHealth.Standing;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Product;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Balance;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.MemoryBrokerHealth;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Brokers go out of use and come back. */
class HealthTest {
    private static final BrokerId PRIME = new BrokerId("coinbase-prime");
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final MemoryBrokerHealth health = new MemoryBrokerHealth(clock);
    private final List<Alert> alerts = new ArrayList<>();
    private final Account account = new Account();
    private final ProbeBrokers probes =
            new ProbeBrokers(
                    health, new Brokers<AccountReports>(List.of(account)), alerts::add, clock);

    @Test
    @Proves("X35")
    void aBrokerThatAnswersAReadIsPutBackToUse() {
        down();
        probes.run();
        assertThat(account.reads).isZero();

        clock.advance(Duration.ofSeconds(30));
        probes.run();
        probes.run();

        assertThat(account.reads).isEqualTo(1);
        assertThat(standing().isUp()).isTrue();
        assertThat(alerts).extracting(Alert::action).containsExactly(Alert.Action.RESOLVE);
    }

    @Test
    @Proves("X35")
    void aBrokerThatDoesNotIsTriedOnceInEachHalfMinute() {
        down();
        account.answers = false;
        clock.advance(Duration.ofSeconds(30));
        probes.run();
        probes.run();
        assertThat(account.reads).isEqualTo(1);
        clock.advance(Duration.ofSeconds(30));
        probes.run();

        assertThat(account.reads).isEqualTo(2);
        assertThat(standing().isUp()).isFalse();
        assertThat(alerts).isEmpty();
    }

    @Test
    void whatIsKnownOfTheirHealthIsAskedForAgainWhenItIsOld() {
        KnownHealth known = new KnownHealth(health, clock);
        assertThat(known.down(List.of(PRIME), Duration.ofSeconds(5))).isEmpty();
        down();
        assertThat(known.down(List.of(PRIME), Duration.ofSeconds(5))).isEmpty();

        clock.advance(Duration.ofSeconds(5));

        assertThat(known.down(List.of(PRIME), Duration.ofSeconds(5))).isEqualTo(Set.of(PRIME));
    }

    private void down() {
        assertThat(health.trip(PRIME, standing(), clock.instant().plusSeconds(30))).isTrue();
    }

    private Standing standing() {
        return Objects.requireNonNull(health.standings(List.of(PRIME)).get(PRIME));
    }

    private static final class Account implements AccountReports {
        private boolean answers = true;
        private int reads;

        @Override
        public BrokerId broker() {
            return PRIME;
        }

        @Override
        public Fetched<List<Balance>> balances() {
            reads++;
            return answers
                    ? new Fetched.Whole<>(List.of(), START)
                    : new Fetched.Failed<>("no answer");
        }

        @Override
        public Fetched<List<Product>> products() {
            return new Fetched.Failed<>("not asked");
        }
    }
}
