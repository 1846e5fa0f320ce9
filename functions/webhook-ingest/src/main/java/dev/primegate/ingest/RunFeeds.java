package dev.primegate.ingest;

import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads every broker's feed at once. */
@Singleton
public class RunFeeds {
    private final PumpFeed pump;
    private final KeepFeed keep;

    RunFeeds(PumpFeed pump, KeepFeed keep) {
        this.pump = pump;
        this.keep = keep;
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
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("a feed cannot be read", e);
            } finally {
                pool.shutdownNow();
            }
        }
    }
}
