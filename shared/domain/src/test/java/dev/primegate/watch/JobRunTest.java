package dev.primegate.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobRunTest {
    private static final Instant LAST = Instant.parse("2026-11-02T10:02:30Z");

    @Test
    @Proves("I7")
    void aRunIsMissedAtItsTimeAndNotASecondBefore() {
        JobRun drift = new JobRun("drift", LAST);
        Duration sixteen = Duration.ofMinutes(16);

        assertThat(drift.isMissed(sixteen, LAST.plusSeconds(959))).isFalse();
        assertThat(drift.isMissed(sixteen, LAST.plusSeconds(960))).isTrue();
    }
}
