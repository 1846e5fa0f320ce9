package dev.primegate.comparison;

import dev.primegate.statement.TradeLine;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** The trades of one book, which can be read more than once and are the same each time. */
public sealed interface Trades permits TradeList, TradeFile, WatchedTrades {
    /** Trades in memory. */
    static Trades of(List<TradeLine> lines) {
        return new TradeList(lines);
    }

    /** Takes the print of every row, one after the other. */
    void print(Prints points, Consumer<Print> rows);

    /** The rows whose id's print is wanted, in their order. */
    List<TradeLine> pick(Prints points, LongPredicate ids);
}
