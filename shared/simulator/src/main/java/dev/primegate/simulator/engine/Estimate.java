package dev.primegate.simulator.engine;

import dev.primegate.money.Decimal10;
import java.math.RoundingMode;
import java.util.List;

/**
 * What an order would cost against the book as it is.
 *
 * @param slippage how much worse than the best price the average is, as a part of the best price
 */
public record Estimate(Terms terms, Quote quote, Progress progress, Decimal10 slippage) {
    static Estimate of(Terms terms, List<Level> levels, Quote quote) {
        Decimal10 best = quote.against(terms.side());
        Sweep sweep = Sweep.of(terms, Progress.NONE, levels);
        Decimal10 last = sweep.trades().isEmpty() ? restingPrice(terms, best) : deepest(sweep);
        // What the visible book does not hold is thought to trade at its last price.
        Decimal10 rest = terms.leaves(sweep.progress(), last);
        Progress progress =
                rest.signum() == 0
                        ? sweep.progress()
                        : sweep.progress().plus(new Trade(rest, last));
        Decimal10 average = progress.averagePrice().orElse(best);
        Decimal10 worse = terms.side().signed(average.minus(best)).max(Decimal10.ZERO);
        return new Estimate(terms, quote, progress, worse.over(best, RoundingMode.HALF_UP));
    }

    /** The price of one unit; the best one if nothing is left to trade. */
    public Decimal10 average() {
        return progress.averagePrice().orElseGet(() -> quote.against(terms.side()));
    }

    /** What is paid or got in all, commission included. */
    public Decimal10 total() {
        return progress.value().plus(terms.side().signed(progress.commission()));
    }

    private static Decimal10 restingPrice(Terms terms, Decimal10 best) {
        return terms.limit() == null ? best : terms.limit();
    }

    private static Decimal10 deepest(Sweep sweep) {
        return sweep.trades().getLast().price();
    }
}
