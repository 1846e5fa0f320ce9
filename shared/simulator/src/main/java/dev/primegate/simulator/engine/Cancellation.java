package dev.primegate.simulator.engine;

/** What became of the wish to cancel. */
public sealed interface Cancellation {
    /** Noted; the order ends a moment later, unless a fill is faster. */
    record Noted(Order order) implements Cancellation {}

    /** There is nothing left to cancel. */
    record TooLate(Order order) implements Cancellation {}

    record Unknown() implements Cancellation {}
}
