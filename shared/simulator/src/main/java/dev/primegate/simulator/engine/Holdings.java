package dev.primegate.simulator.engine;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Balances as the account holder sees them: with what open orders hold, and a value. */
final class Holdings {
    private final Markets markets;

    Holdings(Markets markets) {
        this.markets = markets;
    }

    /** Sorted by asset. */
    List<Balance> of(Book book) {
        Map<String, Decimal10> holds = new TreeMap<>();
        book.live().forEach(order -> hold(order, holds));
        return book.balances().amounts().entrySet().stream()
                .map(entry ->
                        new Balance(
                                new Asset(entry.getKey()),
                                entry.getValue(),
                                holds.getOrDefault(entry.getKey(), Decimal10.ZERO),
                                dollars(entry.getKey(), entry.getValue())))
                .toList();
    }

    private void hold(Order order, Map<String, Decimal10> holds) {
        Terms terms = order.terms();
        Decimal10 market = markets.quote(terms.instrument()).against(terms.side());
        Decimal10 price = terms.limit() == null ? market : terms.limit();
        Trade rest = new Trade(order.leaves(price), price);
        if (terms.side() == Side.BUY) {
            holds.merge(terms.instrument().quote().code(), rest.value(), Decimal10::plus);
        } else {
            holds.merge(terms.instrument().base().code(), rest.quantity(), Decimal10::plus);
        }
    }

    // Half-even: a valuation, never booked.
    private Decimal10 dollars(String asset, Decimal10 amount) {
        return Instruments.find(asset + "-USD")
                .map(pair -> amount.times(markets.quote(pair).mid(), RoundingMode.HALF_EVEN))
                .orElse(amount);
    }
}
