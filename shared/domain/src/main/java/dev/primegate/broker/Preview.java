package dev.primegate.broker;

import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What an order would cost at a broker now.
 *
 * @param averagePx at which it would fill, by the book as the broker sees it
 * @param total what would be paid or got in all, fees included
 */
public record Preview(
        Price bidPx, Price offerPx, Price averagePx, Optional<Money> commission, Money total) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    /**
     * How much worse than the best price the average is, in basis points of the best; zero if it is
     * no worse. Rounded up: who asked for no more than so much gets no more.
     */
    public int slippageBps(Side side) {
        BigDecimal best = (side == Side.BUY ? offerPx : bidPx).amount().toBigDecimal();
        BigDecimal average = averagePx.amount().toBigDecimal();
        BigDecimal worse = side == Side.BUY ? average.subtract(best) : best.subtract(average);
        return worse.signum() <= 0
                ? 0
                : worse.multiply(WHOLE).divide(best, 0, RoundingMode.UP).min(MOST).intValueExact();
    }
}
