package dev.primegate.risk;

/** What may be done within a scope. Cancels may always be sent. */
public enum TradingState {
    ACTIVE,
    /** Sells up to the long position and buys up to the short, open orders included; no more. */
    REDUCING,
    /** No new order. */
    HALTED
}
