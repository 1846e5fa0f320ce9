package dev.primegate.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import dev.primegate.simulation.world.Trace;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The invariants of {@link FeedAudit} over many seeds; {@code ./primegate simulate} runs more. */
class FeedSimulationTest {
    private static final long SEEDS = 120;

    @Test
    @Proves({"X19", "X20", "X49", "X50", "K2"})
    void eachExecutionIsBookedOnceWhateverFeedsAndReadersDo() {
        Result[] all = {Result.NONE};

        Seeds.inside(() ->
                LongStream.rangeClosed(1, SEEDS)
                        .forEach(seed ->
                                all[0] =
                                        all[0].plus(
                                                new FeedScenario(seed, new Trace(Optional.empty()))
                                                        .run())));

        assertThat(all[0].findings()).isEmpty();
        assertThat(all[0].isClean()).isTrue();
    }
}
