package dev.primegate.comparison;

import dev.primegate.statement.TradeLine;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** Trades in memory. */
record TradeList(List<TradeLine> lines) implements Trades {
    TradeList {
        lines = List.copyOf(lines);
    }

    @Override
    public void print(Prints points, Consumer<Print> rows) {
        Print print = new Print(points);
        for (TradeLine line : lines) {
            print.of(line);
            rows.accept(print);
        }
    }

    @Override
    public List<TradeLine> pick(Prints points, LongPredicate ids) {
        Print print = new Print(points);
        return lines.stream()
                .filter(line -> {
                    print.of(line);
                    return ids.test(print.id());
                })
                .toList();
    }
}
