package dev.primegate.comparison;

import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Gravity;
import dev.primegate.money.Decimal10;

/** How much a cause matters by itself, and how much more when much is at stake. */
final class Gravities {
    private Gravities() {}

    static Gravity of(Cause cause, Decimal10 atStake, Decimal10 highStake) {
        Gravity alone = alone(cause);
        if (highStake.signum() == 0 || atStake.compareTo(highStake) < 0) {
            return alone;
        }
        return switch (alone) {
            case LOW -> Gravity.MEDIUM;
            case MEDIUM, HIGH -> Gravity.HIGH;
        };
    }

    private static Gravity alone(Cause cause) {
        return switch (cause) {
            case Cause.PriceRounded _, Cause.TradeDateShifted _, Cause.HashNotFinal _ ->
                    Gravity.LOW;
            case Cause.FeeNotBooked _, Cause.SettledLate _, Cause.UnknownAlias _, Cause.Unknown _ ->
                    Gravity.MEDIUM;
            case Cause.MissingAtBroker _,
                    Cause.MissingHere _,
                    Cause.QuantityDiffers _,
                    Cause.PriceDiffers _,
                    Cause.Duplicate _,
                    Cause.BustNotApplied _,
                    Cause.HashNotFound _ ->
                    Gravity.HIGH;
        };
    }
}
