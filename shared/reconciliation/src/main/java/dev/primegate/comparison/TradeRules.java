package dev.primegate.comparison;

import dev.primegate.money.Decimal10;
import dev.primegate.settlement.TradeDates;
import java.time.LocalDate;

/**
 * What may differ between two books of one broker and day, and how much it matters.
 *
 * @param day whose trades must be in both books; those of other days may only explain
 * @param priceRounding how far apart prices may be where the broker's statement rounds; zero if it
 *     does not
 * @param feeTolerance the same of fees
 * @param ours how we reckon the date of a trade
 * @param brokers how the broker does
 * @param highStake from which sum on somebody must look at once
 */
public record TradeRules(
        LocalDate day,
        Decimal10 priceRounding,
        Decimal10 feeTolerance,
        TradeDates ours,
        TradeDates brokers,
        Decimal10 highStake) {
    public TradeRules {
        if (priceRounding.signum() < 0 || feeTolerance.signum() < 0 || highStake.signum() < 0) {
            throw new IllegalArgumentException("a tolerance is below zero");
        }
    }
}
