package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import dev.primegate.runtime.Squares;
import io.smallrye.faulttolerance.api.CustomBackoff;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.junit.jupiter.api.Test;

class AgainTest {
    @Test
    @Proves({"E1", "E3"})
    void threeRetriesAreMadeAfterOneFourAndNineSecondsGiveOrTakeAFifth() throws Exception {
        var call = Again.class.getDeclaredMethod("call", Supplier.class);
        Retry retry = call.getAnnotation(Retry.class);
        Squares squares = new Squares();
        squares.init(Duration.of(retry.delay(), retry.delayUnit()).toMillis());
        UnansweredException silent =
                new UnansweredException(new Answer.Broken("silence"), Duration.ZERO);

        assertThat(call.getAnnotation(CustomBackoff.class).value()).isEqualTo(Squares.class);
        assertThat(retry.maxRetries()).isEqualTo(3);
        assertThat(Duration.of(retry.jitter(), retry.jitterDelayUnit()))
                .isEqualTo(Duration.ofMillis(200));
        assertThat(retry.retryOn()).containsExactly(UnansweredException.class);
        assertThat(squares.nextDelayInMillis(silent)).isEqualTo(1_000);
        assertThat(squares.nextDelayInMillis(silent)).isEqualTo(4_000);
        assertThat(squares.nextDelayInMillis(silent)).isEqualTo(9_000);
    }

    @Test
    @Proves("E1")
    void whatTheBrokerAsksForWinsAndJitterTakesNothingFromIt() {
        Squares squares = new Squares();
        squares.init(1_000);

        long delay =
                squares.nextDelayInMillis(
                        new UnansweredException(new Answer.Broken("busy"), Duration.ofSeconds(7)));

        assertThat(delay - Squares.JITTER_MILLIS).isEqualTo(7_000);
    }
}
