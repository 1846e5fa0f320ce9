package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Product;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Balance;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CheckBrokerTest {
    private static final BrokerId ONE = new BrokerId("one");
    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    private final SettableClock clock = new SettableClock(START);

    @Test
    @Proves("G8")
    void aBrokerThatAnswersIsUpByItsOwnClock() {
        Instant there = START.minusSeconds(1);

        CheckBroker.Health health =
                check(
                        () -> {
                            clock.advance(Duration.ofMillis(40));
                            return new Fetched.Whole<>(List.of(), there);
                        },
                        Duration.ofMinutes(1));

        assertThat(health).isEqualTo(new CheckBroker.Health.Up(there, Duration.ofMillis(40)));
    }

    @Test
    @Proves("G8")
    void aRefusedKeyIsDown() {
        assertThat(check(() -> new Fetched.Failed<>("answered 401"), Duration.ofMinutes(1)))
                .isEqualTo(new CheckBroker.Health.Down("answered 401"));
    }

    @Test
    @Proves("G8")
    void nobodyWaitsForABrokerThatDoesNotAnswer() {
        CountDownLatch never = new CountDownLatch(1);

        CheckBroker.Health health =
                check(
                        () -> {
                            never.await();
                            return new Fetched.Failed<>("too late");
                        },
                        Duration.ZERO);

        assertThat(health).isEqualTo(new CheckBroker.Health.Down("no answer within PT0S"));
        never.countDown();
    }

    @Test
    @Proves("G8")
    void whatBreaksIsNotRepeated() {
        CheckBroker.Health health =
                check(
                        () -> {
                            throw new IllegalStateException("the key is s3cr3t");
                        },
                        Duration.ofMinutes(1));

        assertThat(health).isEqualTo(new CheckBroker.Health.Down("it could not be asked"));
    }

    @Test
    void anotherBrokerIsUnknown() {
        CheckBroker checkBroker = new CheckBroker(new Brokers<>(List.of()), clock);

        assertThat(checkBroker.check(ONE)).isEqualTo(new CheckBroker.Health.Unknown());
    }

    private CheckBroker.Health check(Asked asked, Duration patience) {
        return new CheckBroker(new Brokers<>(List.of(new One(asked))), clock, patience).check(ONE);
    }

    /** What the broker does when it is asked. */
    private interface Asked {
        Fetched<List<Balance>> ask() throws InterruptedException;
    }

    private record One(Asked asked) implements AccountReports {
        @Override
        public BrokerId broker() {
            return ONE;
        }

        @Override
        public Fetched<List<Balance>> balances() {
            try {
                return asked.ask();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Fetched<List<Product>> products() {
            throw new IllegalStateException("not asked");
        }
    }
}
