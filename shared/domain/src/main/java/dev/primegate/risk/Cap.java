package dev.primegate.risk;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How large a position may become, open orders included, in units of the base.
 *
 * <p>A limit in money is turned into units at the instrument's mark, and marks move with each
 * trade. So that headroom is not moved with each of them, a cap that was set at another mark stands
 * as long as that mark is within 1 % of the present one: the cap is exact in units, as of a mark
 * that is at most 1 % away.
 *
 * @param units what the cap is at the present mark, or always if no money is in it
 * @param least the lowest cap that may stand instead
 * @param most the highest one
 */
public record Cap(Quantity units, Quantity least, Quantity most) {
    private static final BigDecimal UP = new BigDecimal("1.01");
    private static final BigDecimal DOWN = new BigDecimal("0.99");

    public Cap {
        if (least.exceeds(units) || units.exceeds(most)) {
            throw new IllegalArgumentException(
                    "cap out of order: %s, %s, %s".formatted(least, units, most));
        }
    }

    /** So many units, whatever they are worth. */
    public static Cap of(Quantity units) {
        return new Cap(units, units, units);
    }

    /** This cap, and no more units than {@code money} buys at {@code mark}; rounded down. */
    public Cap worth(Decimal10 money, BigDecimal mark) {
        return new Cap(
                lesser(units, money, mark),
                lesser(least, money, mark.multiply(UP)),
                lesser(most, money, mark.multiply(DOWN)));
    }

    public Decimal10 amount() {
        return units.amount();
    }

    /** Whether a cap set earlier may stand. */
    public boolean tolerates(Decimal10 standing) {
        return standing.compareTo(least.amount()) >= 0 && standing.compareTo(most.amount()) <= 0;
    }

    /** Whether money limits it, rather than a number of units. */
    public boolean isConcentration() {
        return most.exceeds(least);
    }

    /** Compared before it becomes a quantity: what a dust price buys has no end of digits. */
    private static Quantity lesser(Quantity cap, Decimal10 money, BigDecimal mark) {
        BigDecimal bought = money.toBigDecimal().divide(mark, Decimal10.SCALE, RoundingMode.FLOOR);
        return new Quantity(Decimal10.exactly(bought.min(cap.amount().toBigDecimal())));
    }
}
