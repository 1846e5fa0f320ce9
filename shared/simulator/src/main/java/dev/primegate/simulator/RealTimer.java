package dev.primegate.simulator;

import dev.primegate.simulator.engine.Timer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs things later on a thread of its own, in real time. */
final class RealTimer implements Timer, AutoCloseable {
    private static final Logger LOG = System.getLogger(RealTimer.class.getName());

    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("simulator").factory());

    @Override
    public void after(Duration delay, Runnable task) {
        if (!executor.isShutdown()) {
            var _ =
                    executor.schedule(
                            () -> run(task),
                            TimeUnit.NANOSECONDS.convert(delay),
                            TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
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
