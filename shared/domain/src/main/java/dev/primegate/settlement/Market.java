package dev.primegate.settlement;

/** Where a security is listed, by its ISO 10383 code; Nasdaq keeps the days of New York. */
public enum Market {
    /** New York. */
    XNYS,
    /** Euronext Paris. */
    XPAR,
    /** London. */
    XLON,
    /** SIX Swiss Exchange. */
    XSWX
}
