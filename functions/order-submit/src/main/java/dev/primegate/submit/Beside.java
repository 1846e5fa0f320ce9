package dev.primegate.submit;

import dev.primegate.telemetry.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does many things beside each other, all for the trace of who asked. */
final class Beside {
    private Beside() {}

    /**
     * Applies {@code work} to each of {@code all}, so many at a time, and waits for all of them.
     *
     * @return the results, in the order of {@code all}
     * @throws IllegalStateException if one of them failed, after the others ended
     */
    static <A, B> List<B> each(List<A> all, int atATime, Function<A, B> work) {
        List<Callable<B>> calls = new ArrayList<>();
        for (A one : all) {
            calls.add(Traces.carried(() -> work.apply(one))::get);
        }
        try (ExecutorService pool =
                Executors.newFixedThreadPool(atATime, Thread.ofVirtual().factory())) {
            List<B> results = new ArrayList<>();
            for (Future<B> done : pool.invokeAll(calls)) {
                results.add(done.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the function is being stopped", e);
        }
    }
}
