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

    public static Denial beyond(String code, String reason, Object limit, Object actual) {
        return new Denial(
                code, reason, Optional.of(limit.toString()), Optional.of(actual.toString()));
    }

    public static Denial of(String code, String reason) {
        return new Denial(code, reason, Optional.empty(), Optional.empty());
    }

    public boolean isHalt() {
        return code.equals(HALTED);
    }
}
