package dev.primegate.broker;

/**
 * How often a broker lets itself be called: a bucket that holds {@code burst} and fills at {@code
 * perSecond}, as its documentation has it for our tier.
 */
public record RateLimit(String tier, int perSecond, int burst) {
    /** Clocks of two functions, and two ways through the network, are never quite the same. */
    private static final int MARGIN_PERCENT = 96;

    public RateLimit {
        if (perSecond < 1 || burst < perSecond) {
            throw new IllegalArgumentException(
                    "rate limit %s: expected burst >= perSecond >= 1, found %d and %d"
                            .formatted(tier, burst, perSecond));
        }
    }

    /**
     * How many calls we make in one of our windows. They are a second long and begin with each
     * second, so any second touches two of them, and both may be made use of at the seam: {@code (1
     * + 1) x cap <= burst}, and {@code cap <= perSecond} keeps up with the refilling.
     */
    public int window() {
        return Math.max(1, Math.min(perSecond, burst / 2) * MARGIN_PERCENT / 100);
    }
}
