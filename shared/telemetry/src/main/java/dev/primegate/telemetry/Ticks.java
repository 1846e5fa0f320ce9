package dev.primegate.telemetry;

/** Measures how long something takes; unlike a clock it never goes back. Tests turn it by hand. */
@FunctionalInterface
public interface Ticks {
    /** Only differences mean anything. */
    long nanos();
}
