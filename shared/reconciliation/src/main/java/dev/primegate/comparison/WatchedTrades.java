package dev.primegate.comparison;

import dev.primegate.statement.TradeLine;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** Trades whose first reading somebody watches, row by row. */
public record WatchedTrades(Trades trades, Runnable row) implements Trades {
    @Override
    public void print(Prints points, Consumer<Print> rows) {
        trades.print(
                points,
                print -> {
                    rows.accept(print);
                    row.run();
                });
    }

    @Override
    public List<TradeLine> pick(Prints points, LongPredicate ids) {
        return trades.pick(points, ids);
    }
}
