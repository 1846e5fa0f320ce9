package dev.primegate.risk;

/**
 * How far from its reference an order may price itself.
 *
 * <p>A limit order of which there is no fresh reference cannot be held against the collar. A buy
 * passes if {@code unpricedLimits} says so: its own price bounds it. A sell never does: its price
 * says only what it will not go below, so nothing would bound what it is worth.
 *
 * @param collarBps basis points of the reference; a limit price as far as this through it, on the
 *     side that pays, is refused. A cash-sized order is taken to trade no further away than this
 * @param maxSlippageBps the most slippage a market or stop order may bear
 * @param slippageAlertBps a fill that slipped by more wakes somebody
 * @param unpricedLimits whether limit buys pass without a fresh reference
 */
public record PriceRules(
        int collarBps, int maxSlippageBps, int slippageAlertBps, boolean unpricedLimits) {
    /** A whole, in basis points. */
    static final int WHOLE = 10_000;

    public PriceRules {
        requireShare("collar", collarBps);
        requireShare("slippage", maxSlippageBps);
        requireShare("slippage alert", slippageAlertBps);
    }

    private static void requireShare(String what, int bps) {
        if (bps < 1 || bps >= WHOLE) {
            throw new IllegalArgumentException(
                    "%s is not within 1 and 9999 bps: %d".formatted(what, bps));
        }
    }
}
