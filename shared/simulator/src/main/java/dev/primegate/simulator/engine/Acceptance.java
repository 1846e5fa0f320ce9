package dev.primegate.simulator.engine;

/** What became of a new order. */
public sealed interface Acceptance {
    /** It is on the book, and on disk where there is one. */
    record Taken(Order order) implements Acceptance {}

    /** Its client id was used within the last day. */
    record Duplicate() implements Acceptance {}
}
