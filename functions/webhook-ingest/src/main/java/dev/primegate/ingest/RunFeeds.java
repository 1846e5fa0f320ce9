package dev.primegate.ingest;

import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs every broker's feed at once, and connects again whenever one ends. */
@Singleton
public class RunFeeds {
    private static final Logger LOG = Logger.getLogger(RunFeeds.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final PumpFeed pump;
    private final Clock clock;

    RunFeeds(PumpFeed pump, Clock clock) {
        this.pump = pump;
        this.clock = clock;
    }

    /** Returns at {@code until}, or sooner if the thread is interrupted. */
    public void run(Instant until) throws InterruptedException {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (BrokerId broker : pump.brokers()) {
                running.add(
                        pool.submit(() -> {
                            runOne(broker, until);
                            return null;
                        }));
            }
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("a feed cannot run", e);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private void runOne(BrokerId broker, Instant until) throws InterruptedException {
        Duration pause = SHORTEST_PAUSE;
        while (clock.instant().isBefore(until)) {
            Instant begun = clock.instant();
            try {
                pump.pump(broker, until);
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    return; // Told to stop in the middle of a call; what it did is not booked.
                }
                LOG.errorf(e, "broker=%s event=feed-failed", broker);
            }
            boolean held = begun.plus(LONGEST_PAUSE).isBefore(clock.instant());
            pause = held ? SHORTEST_PAUSE : longer(pause);
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
