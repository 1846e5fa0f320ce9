package dev.primegate.simulator;

import dev.primegate.simulator.engine.Timer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs things later on a thread of its own, in real time. */
final class RealTimer implements Timer, AutoCloseable {
    private static final Logger LOG = System.getLogger(RealTimer.class.getName());

    private static final Duration ENDING = Duration.ofSeconds(10);

    private final ScheduledThreadPoolExecutor executor = executor();

    @Override
    public void after(Duration delay, Runnable task) {
        var _ =
                executor.schedule(
                        () -> run(task), TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS);
    }

    /** What runs may be writing the journal: it ends by itself. What waits never begins. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(ENDING.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.log(Level.ERROR, "a task of the simulator does not end");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static ScheduledThreadPoolExecutor executor() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("simulator").factory());
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        return executor;
    }

    /** The executor would swallow what a task throws. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the simulator failed at something it had planned", e);
        }
    }
}
