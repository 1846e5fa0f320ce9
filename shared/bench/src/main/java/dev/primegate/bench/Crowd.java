package dev.primegate.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Several callers at once, each of whom begins the next when his own is done. */
final class Crowd implements AutoCloseable {
    private final int callers;
    private final ExecutorService threads;

    Crowd(int callers) {
        this.callers = callers;
        this.threads = Executors.newFixedThreadPool(callers);
    }

    /** Something that is counted; no two have the same number. */
    interface Step {
        void take(int number) throws IOException, InterruptedException;
    }

    /** How long {@code count} of them took, the first of which has the number {@code first}. */
    Rate take(Step step, int first, int count) throws InterruptedException {
        AtomicInteger next = new AtomicInteger(first);
        List<Future<?>> all = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < callers; i++) {
            all.add(
                    threads.submit(() -> {
                        for (int number = next.getAndIncrement();
                                number < first + count;
                                number = next.getAndIncrement()) {
                            step.take(number);
                        }
                        return null;
                    }));
        }
        try {
            for (Future<?> one : all) {
                var _ = one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call failed", e);
        }
        return new Rate(count, System.nanoTime() - begun);
    }

    @Override
    public void close() {
        var _ = threads.shutdownNow();
        threads.close();
    }
}
