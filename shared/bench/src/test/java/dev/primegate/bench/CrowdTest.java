package dev.primegate.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrowdTest {
    @Test
    void eachNumberIsTakenOnce() throws InterruptedException {
        Queue<Integer> taken = new ConcurrentLinkedQueue<>();

        try (Crowd crowd = new Crowd(4)) {
            assertThat(crowd.take(taken::add, 10, 25).count()).isEqualTo(25);
        }

        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(10, 35).boxed().toList());
    }

    @Test
    void oneThatFailsFailsAll() {
        try (Crowd crowd = new Crowd(2)) {
            assertThatThrownBy(() ->
                            crowd.take(
                                    number -> {
                                        throw new IllegalStateException("no " + number);
                                    },
                                    1,
                                    5))
                    .hasMessage("a call failed")
                    .rootCause()
                    .hasMessageStartingWith("no ");
        }
    }
}
