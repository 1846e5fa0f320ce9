package dev.primegate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RealTimerTest {
    private final RealTimer timer = new RealTimer();

    @Test
    void whatRunsWhenItIsClosedEndsByItself() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch may = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        timer.after(
                Duration.ZERO,
                () -> {
                    begun.countDown();
                    try {
                        may.await();
                        interrupted.complete(false);
                    } catch (InterruptedException _) {
                        interrupted.complete(true);
                    }
                });
        begun.await();

        Thread closer = Thread.ofPlatform().start(timer::close);
        while (closer.getState() != Thread.State.TIMED_WAITING && closer.isAlive()) {
            Thread.onSpinWait();
        }
        may.countDown();
        closer.join();

        assertThat(interrupted).isCompletedWithValue(false);
    }

    @Test
    void whatIsPlannedAfterItIsClosedNeverBegins() {
        timer.close();

        timer.after(
                Duration.ZERO,
                () -> {
                    throw new AssertionError("it began");
                });
    }
}
