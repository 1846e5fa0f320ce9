package dev.primegate.simulator.engine;

import dev.primegate.money.Decimal10;
import java.util.ArrayList;
import java.util.List;

/**
 * What an order would trade at once against the visible book.
 *
 * @param complete whether nothing of the order would be left
 */
record Sweep(List<Trade> trades, Progress progress, boolean complete) {
    static Sweep of(Terms terms, Progress done, List<Level> levels) {
        List<Trade> trades = new ArrayList<>();
        Progress progress = done;
        for (Level level : levels) {
            Decimal10 quantity = terms.leaves(progress, level.price()).min(level.quantity());
            boolean meets = level.side() != terms.side() && terms.takes(level.price());
            if (meets && quantity.signum() > 0) {
                trades.add(new Trade(quantity, level.price()));
                progress = progress.plus(trades.getLast());
            }
        }
        boolean complete =
                !trades.isEmpty() && terms.leaves(progress, trades.getLast().price()).signum() == 0;
        return new Sweep(List.copyOf(trades), progress, complete);
    }
}
