package dev.primegate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.Turn;
import dev.primegate.instrument.BrokerId;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.MemoryRateBudget;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final BrokerId PRIME = new BrokerId("coinbase-prime");

    /** Two calls in a window, one of them an order. */
    private static final RateLimit SLOW = new RateLimit("test", 3, 6);

    private static final Instant START = Instant.parse("2026-11-02T10:00:00.250Z");

    private final SettableClock clock = new SettableClock(START);
    private final MemoryRateBudget budget = new MemoryRateBudget(clock);
    private final List<Duration> waits = new ArrayList<>();
    private final Turns turns =
            new Turns(
                    budget,
                    clock,
                    length -> {
                        waits.add(length);
                        clock.advance(length);
                    });

    @Test
    void whoFindsTheWindowSpentWaitsForTheNext() {
        assertThat(await(10)).isEqualTo(new Turn.Granted());
        assertThat(await(10)).isEqualTo(new Turn.Granted());
        assertThat(await(10)).isEqualTo(new Turn.Granted());

        assertThat(waits).containsExactly(Duration.ofMillis(750), Duration.ofSeconds(1));
    }

    @Test
    @Proves("X16")
    void nobodyWaitsBeyondHisDeadlineOrForAPause() {
        var _ = await(10);
        assertThat(turns.await(PRIME, SLOW, Purpose.ORDER, START.plusMillis(700)))
                .isEqualTo(new Turn.Spent(Instant.parse("2026-11-02T10:00:01Z")));

        budget.pause(PRIME, START.plusSeconds(5));
        assertThat(await(10)).isEqualTo(new Turn.Paused(START.plusSeconds(5)));
        assertThat(waits).isEmpty();
    }

    private Turn await(int seconds) {
        return turns.await(PRIME, SLOW, Purpose.ORDER, clock.instant().plusSeconds(seconds));
    }
}
