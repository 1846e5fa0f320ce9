package dev.primegate.instrument;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;

/**
 * Something that can be traded.
 *
 * @param base what a quantity counts
 * @param quote what a price and a cash amount count
 * @param quantityStep the smallest step of a quantity
 * @param priceStep the smallest step of a price
 */
public record Instrument(
        Symbol symbol,
        AssetClass assetClass,
        Asset base,
        Asset quote,
        Decimal10 quantityStep,
        Decimal10 priceStep) {
    public Instrument {
        if (quantityStep.signum() <= 0 || priceStep.signum() <= 0) {
            throw new IllegalArgumentException("a step of " + symbol + " is not above zero");
        }
    }
}
