package dev.primegate.comparison;

import dev.primegate.statement.TradeLine;
import java.util.List;

/**
 * What is left of two books, or of a part of them, once every id is taken out whose rows agree.
 *
 * @param report the rows there were, and those that agree; nothing of what is left is compared
 * @param ours all rows of every id that is left
 * @param brokers the same of the broker's book
 */
public record Residue(TradeReport report, List<TradeLine> ours, List<TradeLine> brokers) {
    public Residue {
        ours = List.copyOf(ours);
        brokers = List.copyOf(brokers);
    }
}
