package dev.primegate.broker.coinbaseprime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.Turn;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.MemoryRateBudget;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our windows against the bucket that Prime has. */
class PrimeRateTest {
    private static final RateLimit STANDARD = new RateLimit("standard", 25, 50);
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    private static final int MILLIS = 600_000;

    /** Of ten calls, this many are orders, cancels, reads. */
    private static final List<Purpose> MIX =
            List.of(
                    Purpose.ORDER,
                    Purpose.ORDER,
                    Purpose.ORDER,
                    Purpose.ORDER,
                    Purpose.ORDER,
                    Purpose.ORDER,
                    Purpose.CANCEL,
                    Purpose.CANCEL,
                    Purpose.READ,
                    Purpose.READ);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @Proves("A13")
    void tenMinutesAtNineteenTwentiethsOfTheLimitMeetNo429(long seed) {
        List<Instant> arrivals = arrivals(seed, MILLIS * 95 / 100 * 25 / 1_000);

        assertThat(arrivals.size()).isGreaterThan(MILLIS / 1_000 * 18);
        assertThat(refusals(arrivals)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @Proves("A13")
    void neitherDoesThreeTimesTheLimit(long seed) {
        assertThat(refusals(arrivals(seed, MILLIS / 1_000 * 75))).isZero();
    }

    /** Asks at random times, and lets what was granted take up to 100 ms to arrive. */
    private static List<Instant> arrivals(long seed, int asked) {
        Random random = new Random(seed);
        List<Integer> times = new ArrayList<>();
        for (int i = 0; i < asked; i++) {
            times.add(random.nextInt(MILLIS));
        }
        Collections.sort(times);
        SettableClock clock = new SettableClock(START);
        MemoryRateBudget budget = new MemoryRateBudget(clock);
        List<Instant> arrivals = new ArrayList<>();
        for (int time : times) {
            clock.advance(Duration.between(clock.instant(), START.plusMillis(time)));
            Purpose purpose = MIX.get(random.nextInt(MIX.size()));
            if (budget.take(PrimeMapping.BROKER, STANDARD, purpose) instanceof Turn.Granted) {
                arrivals.add(clock.instant().plusMillis(random.nextInt(100)));
            }
        }
        Collections.sort(arrivals);
        return arrivals;
    }

    private static int refusals(List<Instant> arrivals) {
        SettableClock clock = new SettableClock(START);
        var bucket =
                new dev.primegate.simulator.wire.RateLimit(
                        clock, STANDARD.perSecond(), STANDARD.burst());
        int refusals = 0;
        for (Instant arrival : arrivals) {
            clock.advance(Duration.between(clock.instant(), arrival));
            refusals += bucket.take() ? 0 : 1;
        }
        return refusals;
    }
}
