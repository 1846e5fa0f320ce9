package dev.primegate.order;

/** What a trade did to the market's book; FIX tag 851. */
public enum Liquidity {
    /** It rested, and somebody met it: a maker's trade. */
    ADDED,
    /** It met what rested: a taker's trade. */
    REMOVED,
    /** The venue sent it on to another. */
    ROUTED_OUT,
    /** It was part of an auction. */
    AUCTION
}
