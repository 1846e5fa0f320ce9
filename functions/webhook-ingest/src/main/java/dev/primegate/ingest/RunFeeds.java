package dev.primegate.ingest;

import dev.primegate.instrument.BrokerId;
import dev.primegate.runtime.Pause;
import dev.primegate.telemetry.MetricLines;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads every broker's feed at once, and lets out each minute what was measured. */
@Singleton
public class RunFeeds {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final PumpFeed pump;
    private final KeepFeed keep;
    private final MetricLines lines;
    private final Pause pause;

    RunFeeds(PumpFeed pump, KeepFeed keep, MetricLines lines, Pause pause) {
        this.pump = pump;
        this.keep = keep;
        this.lines = lines;
        this.pause = pause;
    }

    /** Returns at {@code until}, or sooner if the thread is interrupted or others read them all. */
    public void run(Instant until) throws InterruptedException {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (BrokerId broker : pump.brokers()) {
                running.add(
                        pool.submit(() -> {
                            keep.keep(broker, until);
                            return null;
                        }));
            }
            var _ = pool.submit(this::measure);
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("a feed cannot be read", e);
            } finally {
                pool.shutdownNow();
                lines.write();
            }
        }
    }

    /** A run lasts longer than anybody waits for a figure. */
    private void measure() {
        while (!Thread.currentThread().isInterrupted()) {
            pause.pause(MINUTE);
            lines.write();
        }
    }
}
