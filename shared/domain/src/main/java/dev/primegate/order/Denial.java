package dev.primegate.order;

import java.util.Optional;

/**
 * Why an order was refused before anything was sent.
 *
 * @param code stable, lower case with hyphens, such as {@code max-order-notional}
 * @param limit what was allowed, in the words of the OMS
 * @param actual what was asked
 */
public record Denial(String code, String reason, Optional<String> limit, Optional<String> actual) {
    public static final String HALTED = "trading-halted";
    public static final String REDUCING = "trading-reducing";
    public static final String RETIRED = "release-retired";

    public static Denial beyond(String code, String reason, Object limit, Object actual) {
        return new Denial(
                code, reason, Optional.of(limit.toString()), Optional.of(actual.toString()));
    }

    public static Denial of(String code, String reason) {
        return new Denial(code, reason, Optional.empty(), Optional.empty());
    }

    /** Software that is older than may send still runs, and has to be stopped. */
    public static Denial retired(long least, long release) {
        return beyond(
                RETIRED, "a later release has taken over; this one sends nothing", least, release);
    }

    /** Only what reduces the position may be sent, and this would do more. */
    public static Denial reducing(String scope, Object reducible, Object asked) {
        return beyond(
                REDUCING,
                "positions may only be reduced, open orders included: " + scope,
                reducible,
                asked);
    }

    /** Whether a person must first lift a halt. */
    public boolean isHalt() {
        return code.equals(HALTED) || code.equals(REDUCING);
    }
}
