package dev.primegate.alert;

/** Who acts on an alert first. */
public enum Owner {
    /** Who trades, and knows what an order was for. */
    DESK,
    /** Who sets limits, and may halt and resume. */
    RISK,
    /** Who keeps the books, and talks to prime brokers about them. */
    OPERATIONS,
    /** Who runs primegate. */
    PLATFORM
}
