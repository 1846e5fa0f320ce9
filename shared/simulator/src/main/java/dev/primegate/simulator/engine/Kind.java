package dev.primegate.simulator.engine;

/** What an order asks the market for. */
public enum Kind {
    MARKET,
    LIMIT,
    STOP_LIMIT,
    /** Worked in equal slices. */
    TWAP,
    /** Worked in slices that are fattest in the middle. */
    VWAP;

    boolean isSliced() {
        return this == TWAP || this == VWAP;
    }
}
