package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.SubmitWindow;
import dev.primegate.order.Attempt;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Instant SIGNED = Instant.parse("2026-11-02T10:00:00Z");

    private final Attempts attempts =
            new Attempts(() -> "owner", new ReleaseOf(7, 0), new SubmitSettings(false));

    @Test
    void aSendMayBeginForAsLongAsIsSet() {
        assertThat(first(Duration.ofSeconds(30)).lease()).isEqualTo(SIGNED.plusSeconds(3));
    }

    @Test
    void aSendNeverBeginsWhenTheBrokerNoLongerTakesItsSignature() {
        assertThat(first(Duration.ofSeconds(2)).lease()).isEqualTo(SIGNED.plusSeconds(2));
    }

    private Attempt first(Duration window) {
        return attempts.first(SIGNED, new SubmitWindow(window, Duration.ZERO, Duration.ZERO));
    }
}
