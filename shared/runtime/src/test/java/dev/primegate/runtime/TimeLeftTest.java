package dev.primegate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private static final Duration MARGIN = Duration.ofSeconds(15);

    @Test
    void aFunctionWorksUntilShortlyBeforeItIsStopped() {
        assertThat(TimeLeft.of(300_000, MARGIN)).isEqualTo(Duration.ofSeconds(285));
    }

    @Test
    void oneThatWasToldNoDeadlineWorksForAMinute() {
        assertThat(TimeLeft.of(0, MARGIN)).isEqualTo(Duration.ofMinutes(1));
        assertThat(TimeLeft.of(-16_000_000, MARGIN)).isEqualTo(Duration.ofMinutes(1));
    }
}
