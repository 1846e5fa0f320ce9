package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.proof.Proves;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CallDeadlineTest {
    @Test
    @Proves("X15")
    void aCallThatNeverEndsIsDoubtAndIsAbandoned() throws InterruptedException {
        CountDownLatch abandoned = new CountDownLatch(1);

        Answer answer = new CallDeadline(Duration.ofMillis(20)).of(() -> hang(abandoned));

        assertThat(answer).isEqualTo(new Answer.Broken("no whole answer within 20 ms"));
        abandoned.await();
    }

    @Test
    void aCallThatEndsIsItsAnswer() {
        assertThat(new CallDeadline().of(() -> Response.ok("{}").build()))
                .isInstanceOfSatisfying(
                        Answer.Whole.class, whole -> assertThat(whole.body()).isEqualTo("{}"));
    }

    @Test
    void aBugIsNoAnswer() {
        assertThatThrownBy(() ->
                        new CallDeadline()
                                .of(() -> {
                                    throw new AssertionError("bug");
                                }))
                .hasMessage("bug");
    }

    private static Response hang(CountDownLatch abandoned) {
        try {
            new CountDownLatch(1).await();
            throw new IllegalStateException("nobody counts down");
        } catch (InterruptedException e) {
            abandoned.countDown();
            throw new IllegalStateException(e);
        }
    }
}
