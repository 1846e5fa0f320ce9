package dev.primegate.simulator.engine;

import dev.primegate.money.Decimal10;
import java.math.RoundingMode;

/** The best prices of a market. */
public record Quote(Decimal10 bid, Decimal10 offer) {
    private static final Decimal10 TWO = Decimal10.of("2");

    /** What somebody of this side pays or gets. */
    public Decimal10 against(Side side) {
        return side == Side.BUY ? offer : bid;
    }

    // For valuations only, so which way it rounds does not matter.
    public Decimal10 mid() {
        return bid.plus(offer).over(TWO, RoundingMode.HALF_EVEN);
    }
}
