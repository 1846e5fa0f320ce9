package dev.primegate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.BrokerHealth;
import dev.primegate.broker.BrokerHealth.Standing;
import dev.primegate.broker.BrokerHealth.State;
import dev.primegate.instrument.BrokerId;
import dev.primegate.proof.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link BrokerHealth} must do. Each test gets a fresh one. */
public abstract class BrokerHealthContract {
    private static final BrokerId PRIME = new BrokerId("coinbase-prime");
    private static final BrokerId OTHER = new BrokerId("other");
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    protected final SettableClock clock = new SettableClock(START);
    private BrokerHealth health = new MemoryBrokerHealth(clock);

    protected abstract BrokerHealth open();

    @BeforeEach
    void openOne() {
        health = open();
    }

    @Test
    void aBrokerIsUpUntilItIsTripped() {
        assertThat(health.standings(List.of(PRIME, OTHER)))
                .isEqualTo(Map.of(PRIME, Standing.UP, OTHER, Standing.UP));

        assertThat(health.trip(PRIME, Standing.UP, START.plusSeconds(30))).isTrue();

        assertThat(health.standings(List.of(PRIME, OTHER)))
                .isEqualTo(
                        Map.of(
                                PRIME,
                                new Standing(State.DOWN, 1, START.plusSeconds(30)),
                                OTHER,
                                Standing.UP));
        assertThat(health.trip(PRIME, Standing.UP, START.plusSeconds(60))).isFalse();
    }

    @Test
    @Proves("X35")
    void whoeverClaimsIsAloneAndOnlyWhenItIsTime() throws Exception {
        var _ = health.trip(PRIME, Standing.UP, START.plusSeconds(30));
        Standing down = standing();
        assertThat(health.claim(PRIME, down, START.plusSeconds(40))).isEqualTo(down);
        clock.advance(Duration.ofSeconds(30));

        List<Callable<Standing>> claims = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            claims.add(() -> health.claim(PRIME, down, START.plusSeconds(60)));
        }
        int claimed = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(5)) {
            for (Future<Standing> claim : pool.invokeAll(claims)) {
                claimed += claim.get().state() == State.HALF ? 1 : 0;
            }
        }

        assertThat(claimed).isEqualTo(1);
        assertThat(standing()).isEqualTo(new Standing(State.HALF, 2, START.plusSeconds(60)));
    }

    @Test
    @Proves("X35")
    void aClaimantThatIsNeverHeardOfIsReplacedAndComesTooLate() {
        var _ = health.trip(PRIME, Standing.UP, START);
        Standing first = health.claim(PRIME, standing(), START.plusSeconds(30));
        clock.advance(Duration.ofSeconds(30));
        Standing second = health.claim(PRIME, first, START.plusSeconds(60));

        assertThat(second.generation()).isEqualTo(3);
        assertThat(health.restore(PRIME, first)).isFalse();
        assertThat(standing().isUp()).isFalse();
        assertThat(health.restore(PRIME, second)).isTrue();
        assertThat(standing().isUp()).isTrue();
    }

    @Test
    void aProbeThatFailsTripsItAgain() {
        var _ = health.trip(PRIME, Standing.UP, START);
        Standing claimed = health.claim(PRIME, standing(), START.plusSeconds(30));

        assertThat(health.trip(PRIME, claimed, START.plusSeconds(45))).isTrue();
        assertThat(standing()).isEqualTo(new Standing(State.DOWN, 3, START.plusSeconds(45)));
    }

    private Standing standing() {
        return java.util.Objects.requireNonNull(health.standings(List.of(PRIME)).get(PRIME));
    }
}
