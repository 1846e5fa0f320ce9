package dev.primegate.breaks;

/** Whose books. */
public enum Party {
    OURS,
    BROKERS
}
