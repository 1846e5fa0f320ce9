package dev.primegate.risk;

import dev.primegate.money.Money;
import java.math.BigDecimal;
import java.util.OptionalInt;

/**
 * How much of its highest equity an account may lose. Equity is its capital and what it has made
 * since.
 *
 * @param capital what it began with; a deposit or a withdrawal is a change of it, and of the peak
 * @param reduceBps so much of the peak lost, in basis points, and it may only reduce
 * @param haltBps so much lost, and it may not trade
 */
public record Drawdown(Money capital, OptionalInt reduceBps, OptionalInt haltBps) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    public Drawdown {
        if (capital.amount().signum() <= 0) {
            throw new IllegalArgumentException("capital is not above zero: " + capital);
        }
        if (reduceBps.isEmpty() && haltBps.isEmpty()) {
            throw new IllegalArgumentException("a drawdown limit names no limit");
        }
        reduceBps.ifPresent(Drawdown::requireShare);
        haltBps.ifPresent(Drawdown::requireShare);
    }

    /** What the account may do once its profit has come down from {@code peak} to {@code now}. */
    public TradingState at(Money peak, Money now) {
        if (isReached(haltBps, peak, now)) {
            return TradingState.HALTED;
        }
        return isReached(reduceBps, peak, now) ? TradingState.REDUCING : TradingState.ACTIVE;
    }

    /** In words: what the equity was, and what it is. */
    public String text(Money peak, Money now) {
        return "equity fell from %s to %s".formatted(capital.plus(peak), capital.plus(now));
    }

    /** At the limit itself it is reached. Nothing is divided, so nothing is rounded. */
    private boolean isReached(OptionalInt bps, Money peak, Money now) {
        if (bps.isEmpty()) {
            return false;
        }
        BigDecimal highest = capital.plus(peak).amount().toBigDecimal();
        BigDecimal lost = highest.subtract(capital.plus(now).amount().toBigDecimal());
        return lost.multiply(WHOLE).compareTo(highest.multiply(BigDecimal.valueOf(bps.getAsInt())))
                >= 0;
    }

    private static void requireShare(int bps) {
        if (bps < 1 || bps > 10_000) {
            throw new IllegalArgumentException("drawdown is not within 1 and 10000 bps: " + bps);
        }
    }
}
