package dev.primegate.runtime;

import java.time.Duration;

/** Waits; tests bring one that does not. */
public interface Pause {
    void pause(Duration length);
}
