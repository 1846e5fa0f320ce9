package dev.primegate.simulator.engine;

import dev.primegate.money.Decimal10;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an order asks for; lawful by the time it is built.
 *
 * @param from sliced orders start then
 * @param until the order expires then
 */
public record Terms(
        Instrument instrument,
        Side side,
        Kind kind,
        Size size,
        Lifetime lifetime,
        boolean postOnly,
        @Nullable Decimal10 limit,
        @Nullable Decimal10 stop,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Whether the order trades at {@code price}. */
    boolean takes(Decimal10 price) {
        return limit == null || side.takes(price, limit);
    }

    boolean isImmediate() {
        return lifetime == Lifetime.IMMEDIATE_OR_CANCEL || lifetime == Lifetime.FILL_OR_KILL;
    }

    /** Whether a market at {@code price} wakes the order: at or through its stop. */
    boolean isWokenBy(Decimal10 price) {
        return stop == null || side.takes(stop, price);
    }

    /** The quantity still wanted after {@code done}, were the rest traded at {@code price}. */
    Decimal10 leaves(Progress done, Decimal10 price) {
        Decimal10 rest =
                switch (size) {
                    case Size.Base base -> base.quantity().minus(done.quantity());
                    case Size.Quote quote -> worth(quote.value().minus(done.value()), price);
                };
        return rest.max(Decimal10.ZERO);
    }

    /** A part of the whole size, never more than what is left and never a part of nothing. */
    Decimal10 piece(Progress done, Decimal10 price, int percent) {
        Decimal10 leaves = leaves(done, price);
        Decimal10 whole = leaves(Progress.NONE, price);
        Decimal10 part =
                instrument.floor(
                        whole.share(
                                Decimal10.of(Integer.toString(percent)),
                                Decimal10.of("100"),
                                RoundingMode.DOWN));
        return part.signum() == 0 ? leaves : part.min(leaves);
    }

    // Down: the money of a quote-sized order is never overspent.
    private Decimal10 worth(Decimal10 value, Decimal10 price) {
        return instrument.floor(value.over(price, RoundingMode.DOWN));
    }
}
