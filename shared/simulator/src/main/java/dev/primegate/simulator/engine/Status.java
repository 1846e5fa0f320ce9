package dev.primegate.simulator.engine;

public enum Status {
    /** Taken, not yet on the book. */
    PENDING,
    OPEN,
    FILLED,
    CANCELLED,
    EXPIRED,
    /** Taken and then refused; the order says why. */
    FAILED;

    public boolean isLive() {
        return this == PENDING || this == OPEN;
    }
}
