package dev.primegate.comparison;

import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Finding;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.statement.TradeLine;
import java.util.List;
import java.util.function.Consumer;

/** Makes findings of what two groups of trades show. */
final class Findings {
    private final TradeRules rules;
    private final Consumer<Finding> found;

    Findings(TradeRules rules, Consumer<Finding> found) {
        this.rules = rules;
        this.found = found;
    }

    /**
     * Tells of a difference.
     *
     * @param key what the finding is about
     * @param atStake in the currency of the trade, or of the fee where the fee differs
     */
    void add(
            String key,
            Cause cause,
            List<TradeLine> ours,
            List<TradeLine> brokers,
            Decimal10 atStake) {
        TradeLine any = ours.isEmpty() ? brokers.getFirst() : ours.getFirst();
        Asset asset =
                cause instanceof Cause.FeeNotBooked fee ? fee.brokers().asset() : any.currency();
        found.accept(
                new Finding(
                        key,
                        cause,
                        Rows.of(ours, brokers),
                        new Money(atStake, asset),
                        Gravities.of(cause, atStake, rules.highStake())));
    }
}
