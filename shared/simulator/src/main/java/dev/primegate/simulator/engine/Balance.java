package dev.primegate.simulator.engine;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import java.math.RoundingMode;

/**
 * What the account has of an asset.
 *
 * @param amount all of it, held or not
 * @param holds the part that open orders may need
 * @param dollars what {@code amount} is worth
 */
public record Balance(Asset asset, Decimal10 amount, Decimal10 holds, Decimal10 dollars) {
    /** The held part of {@link #dollars}; half-even, a valuation. */
    public Decimal10 dollarsHeld() {
        return amount.signum() == 0
                ? Decimal10.ZERO
                : dollars.share(holds, amount, RoundingMode.HALF_EVEN);
    }
}
