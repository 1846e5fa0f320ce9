package dev.primegate.simulator.engine;

import dev.primegate.money.Decimal10;
import java.math.RoundingMode;

/** So much at such a price. */
public record Trade(Decimal10 quantity, Decimal10 price) {
    private static final Decimal10 TWO_BASIS_POINTS = Decimal10.of("0.0002");

    /** Exact for prices in cents; half-even where a hand-made fill has more digits. */
    public Decimal10 value() {
        return quantity.times(price, RoundingMode.HALF_EVEN);
    }

    /** Two basis points of the value; half-even, so that many fills do not drift one way. */
    Decimal10 commission() {
        return value().times(TWO_BASIS_POINTS, RoundingMode.HALF_EVEN);
    }
}
