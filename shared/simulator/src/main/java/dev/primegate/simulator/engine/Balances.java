package dev.primegate.simulator.engine;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import java.util.Map;
import java.util.TreeMap;

/** The account's money, moved by fills. It may go below nothing: credit is not simulated. */
final class Balances {
    private static final Map<String, String> START =
            Map.of(
                    "USD",
                    "10000000",
                    "USDC",
                    "5000000",
                    "BTC",
                    "100",
                    "ETH",
                    "1000",
                    "SOL",
                    "10000");

    private final Map<String, Decimal10> amounts = new TreeMap<>();

    Balances() {
        START.forEach((asset, amount) -> amounts.put(asset, Decimal10.of(amount)));
    }

    void apply(Terms terms, Fill fill) {
        Decimal10 value = terms.side().signed(fill.trade().value());
        add(terms.instrument().base(), terms.side().signed(fill.trade().quantity()));
        add(terms.instrument().quote(), value.plus(fill.commission()).negated());
    }

    /** Every asset that is or was on the account, by its code. */
    Map<String, Decimal10> amounts() {
        return amounts;
    }

    private void add(Asset asset, Decimal10 amount) {
        amounts.merge(asset.code(), amount, Decimal10::plus);
    }
}
