package dev.primegate.order;

import dev.primegate.money.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much worse a fill is than it was expected to be; below zero it is better.
 *
 * @param worse in the quote asset, for one unit of the base
 */
public record Slippage(Price expected, Price actual, BigDecimal worse) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    public static Slippage of(Side side, Price expected, Price actual) {
        BigDecimal above =
                actual.amount().toBigDecimal().subtract(expected.amount().toBigDecimal());
        return new Slippage(expected, actual, side == Side.BUY ? above : above.negate());
    }

    /** Whether it is more than so many basis points of what was expected; nothing is rounded. */
    public boolean isBeyond(int bps) {
        return worse.multiply(WHOLE)
                        .compareTo(
                                expected.amount().toBigDecimal().multiply(BigDecimal.valueOf(bps)))
                > 0;
    }

    /** In basis points, to two places; up, so that no fill looks better than it was. */
    public BigDecimal bps() {
        return worse.multiply(WHOLE)
                .divide(expected.amount().toBigDecimal(), 2, RoundingMode.CEILING);
    }
}
