package dev.primegate.ledger;

import dev.primegate.instrument.BrokerId;
import java.time.Instant;
import java.util.List;

/**
 * What a broker said it holds for us.
 *
 * @param asOf by the broker's clock
 * @param source which of its answers said so
 */
public record Balances(BrokerId broker, List<Balance> all, Instant asOf, String source) {
    public Balances {
        all = List.copyOf(all);
    }
}
