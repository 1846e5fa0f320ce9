package dev.primegate.simulator.engine;

/** What an order asks the market for. */
public enum Kind {
    MARKET,
    LIMIT,
    /** A market order that sleeps until the market comes to its stop. */
    STOP,
    STOP_LIMIT,
    /** Worked in equal slices. */
    TWAP,
    /** Worked in slices that are fattest in the middle. */
    VWAP;

    boolean hasStop() {
        return this == STOP || this == STOP_LIMIT;
    }

    boolean isSliced() {
        return this == TWAP || this == VWAP;
    }
}
