package dev.primegate.breaks;

/** Why a break is explained or closed. */
public enum Reason {
    BROKER_CORRECTED,
    CORRECTED_HERE,
    TIMING,
    ROUNDING,
    FEE_SCHEDULE,
    ALIAS_ADDED,
    SETTLED,
    ACCEPTED_LOSS,
    NOT_A_BREAK,
    /** A later run over the same scope did not find it; no person gives this reason. */
    NO_LONGER_FOUND
}
