package dev.primegate.comparison;

import dev.primegate.money.Money;
import java.time.Instant;

/**
 * What an account must keep, by one model.
 *
 * @param equity what there is
 * @param requirement what there must be
 */
public record Margin(Instant asOf, Model model, Money equity, Money requirement) {
    /** How it is reckoned; figures of two models are two figures. */
    public enum Model {
        CROSS,
        ISOLATED,
        REG_T,
        PORTFOLIO
    }
}
