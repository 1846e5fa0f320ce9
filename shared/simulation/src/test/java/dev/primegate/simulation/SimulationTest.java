package dev.primegate.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import dev.primegate.simulation.world.Trace;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The invariants of {@link Audit} over many seeds; {@code ./primegate simulate} runs more. */
class SimulationTest {
    private static final long SEEDS = 120;

    @Test
    @Proves({
        "X1", "X2", "X3", "X4", "X5", "X6", "X9", "X11", "X12", "X14", "X15", "X18", "X20", "X22",
        "X28", "X30", "X32", "X38", "X39", "E2", "F4", "F5"
    })
    void noOrderIsSentTwiceOrLostAndNoLimitIsPassed() {
        Result all = Seeds.run(LongStream.rangeClosed(1, SEEDS), _ -> {});

        assertThat(all.findings()).isEmpty();
        assertThat(all.isClean()).isTrue();
        assertThat(all.orders()).isGreaterThan(1_000);
    }

    @Test
    void theSameSeedIsTheSameCourseOfEvents() {
        for (long seed = 1; seed <= 10; seed++) {
            assertThat(hash(seed)).as("seed %d", seed).isEqualTo(hash(seed));
        }
        assertThat(hash(1)).isNotEqualTo(hash(2));
    }

    @Test
    void theHabitsOfOthersBreakPromisesUnderTheSameFaults() {
        for (Habit habit : Habit.values()) {
            Result[] sum = {Result.NONE};
            Seeds.inside(() ->
                    LongStream.rangeClosed(1, 40)
                            .forEach(seed ->
                                    sum[0] = sum[0].plus(new HabitScenario(seed, habit).run())));
            assertThat(sum[0].isClean()).as(habit.words()).isFalse();
        }
    }

    private static long hash(long seed) {
        Trace trace = new Trace(Optional.empty());
        Seeds.inside(() -> Seeds.one(seed, trace));
        return trace.hash();
    }
}
