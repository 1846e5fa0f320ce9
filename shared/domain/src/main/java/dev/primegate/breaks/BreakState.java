package dev.primegate.breaks;

/** Where a break stands. */
public enum BreakState {
    /** Found, and nobody's. */
    OPEN,
    /** Somebody looks into it. */
    INVESTIGATING,
    /** Understood, and still there: it will go away by itself, or may stay. */
    EXPLAINED,
    /** Done with, for a reason and with evidence. */
    CLOSED;

    public boolean isClosed() {
        return this == CLOSED;
    }
}
