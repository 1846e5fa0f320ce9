package dev.primegate.simulation;

import dev.primegate.simulation.world.World;
import java.time.Duration;
import java.util.function.IntSupplier;

/** Starts invocations of functions, each a process with a clock of its own. */
final class Invocations {
    private final World world;
    private final IntSupplier skewMillis;

    Invocations(World world, IntSupplier skewMillis) {
        this.world = world;
        this.skewMillis = skewMillis;
    }

    /** What it throws is its caller's HTTP 500. */
    void start(String name, Duration delay, Runnable body) {
        int most = skewMillis.getAsInt();
        long skew = most == 0 ? 0 : world.random().nextInt(2 * most) - most;
        world.start(
                name,
                delay,
                Duration.ofMillis(skew),
                () -> {
                    try {
                        body.run();
                    } catch (RuntimeException e) {
                        world.note(name + " failed: " + e);
                    }
                });
    }
}
