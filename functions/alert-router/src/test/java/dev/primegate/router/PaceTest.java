package dev.primegate.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slack asks for one message a second to each channel. */
class PaceTest {
    private static final Instant T0 = Instant.parse("2026-11-02T10:00:00Z");

    private final SettableClock clock = new SettableClock(T0);
    private final List<Instant> sent = new ArrayList<>();
    private final Pace pace = new Pace(clock, clock::advance);

    @Test
    @Proves("K4")
    void aBurstIsSpreadOverSeconds() {
        for (int i = 0; i < 4; i++) {
            send("slack");
        }

        assertThat(sent)
                .containsExactly(T0, T0.plusSeconds(1), T0.plusSeconds(2), T0.plusSeconds(3));
    }

    @Test
    @Proves("K4")
    void eachChannelHasASecondOfItsOwn() {
        send("slack:desk");
        send("slack:risk");

        assertThat(sent).containsExactly(T0, T0);
    }

    @Test
    void whoComesLaterDoesNotWait() {
        send("slack");
        clock.advance(Duration.ofMillis(1_500));
        send("slack");

        assertThat(sent).containsExactly(T0, T0.plusMillis(1_500));
    }

    private void send(String channel) {
        pace.await(channel);
        sent.add(clock.instant());
    }
}
