package dev.primegate.simulator.engine;

import java.time.Duration;

/** Runs things later. In tests time is moved by hand, so nothing sleeps. */
@FunctionalInterface
public interface Timer {
    void after(Duration delay, Runnable task);
}
