package dev.primegate.simulator.engine;

import dev.primegate.money.Decimal10;
import java.math.RoundingMode;
import java.util.Optional;

/** What fills add up to. */
public record Progress(Decimal10 quantity, Decimal10 value, Decimal10 commission) {
    public static final Progress NONE =
            new Progress(Decimal10.ZERO, Decimal10.ZERO, Decimal10.ZERO);

    Progress plus(Trade trade) {
        return new Progress(
                quantity.plus(trade.quantity()),
                value.plus(trade.value()),
                commission.plus(trade.commission()));
    }

    /** Value over quantity; none before the first fill. */
    public Optional<Decimal10> averagePrice() {
        return average(value);
    }

    /** The average price with commission in it: dearer for a buyer, cheaper for a seller. */
    public Optional<Decimal10> netAveragePrice(Side side) {
        return average(value.plus(side.signed(commission)));
    }

    // Half-even, as nothing is booked from an average.
    private Optional<Decimal10> average(Decimal10 total) {
        return quantity.signum() == 0
                ? Optional.empty()
                : Optional.of(total.over(quantity, RoundingMode.HALF_EVEN));
    }
}
