package dev.primegate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatencySplitTest {
    @Test
    @Proves("L1")
    void whatIsNotTheCallIsOursAndWhatIsNotTheWayIsTheBrokers() {
        LatencySplit split = LatencySplit.of(millis(100), millis(80), Optional.of(millis(30)));

        assertThat(split).isEqualTo(new LatencySplit(millis(20), millis(30), millis(50)));
    }

    @Test
    @Proves("L1")
    void thePartsAddUpToTheTotalWhateverWasMeasured() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 10_000; i++) {
            Duration total = Duration.ofNanos(random.nextLong(5_000_000_000L));
            Duration called = Duration.ofNanos(random.nextLong(-1_000, 6_000_000_000L));
            Duration way = Duration.ofNanos(random.nextLong(-1_000, 3_000_000_000L));

            LatencySplit split = LatencySplit.of(total, called, Optional.of(way));

            assertThat(
                            LatencySplit.millis(split.own())
                                    .add(LatencySplit.millis(split.network()))
                                    .add(LatencySplit.millis(split.broker())))
                    .isEqualByComparingTo(LatencySplit.millis(total));
        }
    }

    @Test
    void aBrokerThatWasNotProbedTakesAllOfItsCall() {
        assertThat(LatencySplit.of(millis(100), millis(80), Optional.empty()))
                .isEqualTo(new LatencySplit(millis(20), Duration.ZERO, millis(80)));
    }

    @Test
    void aProbeOfASlowerMomentTakesNoMoreThanTheCallTook() {
        assertThat(LatencySplit.of(millis(100), millis(10), Optional.of(millis(40))))
                .isEqualTo(new LatencySplit(millis(90), millis(10), Duration.ZERO));
    }

    @Test
    void millisecondsKeepEveryNanosecond() {
        assertThat(LatencySplit.millis(Duration.ofNanos(1_234_567)))
                .isEqualTo(new BigDecimal("1.234567"));
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
