package dev.primegate.simulator.engine;

/** How long an order stays. */
public enum Lifetime {
    UNTIL_CANCELLED,
    UNTIL_TIME,
    IMMEDIATE_OR_CANCEL,
    FILL_OR_KILL
}
