package dev.primegate.simulator.engine;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;

/**
 * A pair that trades here.
 *
 * @param ceiling the best offer at the start, and the highest it drifts to by itself
 * @param typical what a level of the book shows, about
 */
public record Instrument(
        String id,
        Asset base,
        Asset quote,
        Increments increments,
        Range quantities,
        Range values,
        Decimal10 ceiling,
        Decimal10 typical) {

    public record Increments(Decimal10 base, Decimal10 quote, Decimal10 price) {}

    public record Range(Decimal10 min, Decimal10 max) {
        public boolean contains(Decimal10 amount) {
            return amount.compareTo(min) >= 0 && amount.compareTo(max) <= 0;
        }
    }

    /** The largest tradable quantity that is not more than {@code quantity}. */
    Decimal10 floor(Decimal10 quantity) {
        return quantity.minus(new Decimal10(quantity.units().remainder(increments.base().units())));
    }

    @Override
    public String toString() {
        return id;
    }
}
