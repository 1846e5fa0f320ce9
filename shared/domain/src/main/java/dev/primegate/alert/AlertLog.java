package dev.primegate.alert;

/** Where alerts are written that have no order's transaction to be part of. */
public interface AlertLog {
    /** Writes {@code alert} down for the router; one that is there already changes nothing. */
    void raise(Alert alert);
}
