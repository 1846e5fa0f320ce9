package dev.primegate.simulator.pager;

/** What becomes of a call to a destination. */
public enum Fault {
    /** It is taken and answered. */
    NONE,
    /** 429, and it wants to be left alone for a second. */
    BUSY,
    /** 503. */
    BROKEN,
    /** The connection ends, and nothing has arrived. */
    GONE,
    /** What was sent has arrived; the connection ends before the answer. */
    MUTE
}
