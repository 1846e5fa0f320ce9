package dev.primegate.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SquaresTest {
    @Test
    void theWaitsAreTheSquares() {
        Squares squares = new Squares();
        squares.init(1_000);

        assertThat(squares.nextDelayInMillis(busy(0))).isEqualTo(1_000);
        assertThat(squares.nextDelayInMillis(busy(0))).isEqualTo(4_000);
        assertThat(squares.nextDelayInMillis(busy(0))).isEqualTo(9_000);
    }

    @Test
    void whoAsksForMoreGetsItWithinReason() {
        Squares squares = new Squares();
        squares.init(1_000);

        assertThat(squares.nextDelayInMillis(busy(7))).isEqualTo(7_200);
        assertThat(squares.nextDelayInMillis(busy(1))).isEqualTo(4_000);
        assertThat(squares.nextDelayInMillis(busy(3_600))).isEqualTo(30_000);
    }

    private static BusyException busy(int seconds) {
        return new BusyException("slack", "429", Duration.ofSeconds(seconds));
    }
}
