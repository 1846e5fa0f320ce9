package dev.primegate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SquaresTest {
    @Test
    @Proves("E3")
    void theWaitsAreTheSquares() {
        Squares squares = new Squares();
        squares.init(1_000);

        assertThat(squares.nextDelayInMillis(busy(0))).isEqualTo(1_000);
        assertThat(squares.nextDelayInMillis(busy(0))).isEqualTo(4_000);
        assertThat(squares.nextDelayInMillis(busy(0))).isEqualTo(9_000);
    }

    @Test
    @Proves("E1")
    void whoAsksForMoreGetsItWithinReason() {
        Squares squares = new Squares();
        squares.init(1_000);

        assertThat(squares.nextDelayInMillis(busy(7))).isEqualTo(7_200);
        assertThat(squares.nextDelayInMillis(busy(1))).isEqualTo(4_000);
        assertThat(squares.nextDelayInMillis(busy(3_600))).isEqualTo(30_000);
    }

    private static BusyException busy(int seconds) {
        return new BusyException(Duration.ofSeconds(seconds));
    }

    private static final class BusyException extends RuntimeException implements Busy {
        private static final long serialVersionUID = 1;

        private final Duration after;

        BusyException(Duration after) {
            this.after = after;
        }

        @Override
        public Duration after() {
            return after;
        }
    }
}
