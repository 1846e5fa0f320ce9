package dev.primegate.simulator.wire;

import java.time.Duration;

/** The one thread on which sockets are served. */
public interface Stage {
    void soon(Runnable task);

    void later(Duration delay, Runnable task);
}
