package dev.primegate.order;

/**
 * How long an order stays; FIX tag 59. {@code DAY} is 0, {@code GTC} good till cancelled is 1,
 * {@code IOC} immediate or cancel is 3, {@code FOK} fill or kill is 4, {@code GTD} good till date
 * is 6.
 */
public enum TimeInForce {
    DAY,
    GTC,
    IOC,
    FOK,
    GTD
}
