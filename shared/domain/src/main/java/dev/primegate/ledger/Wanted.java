package dev.primegate.ledger;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.time.Instant;
import java.util.Optional;

/**
 * Which trades of an account.
 *
 * @param from not before this
 * @param until before this
 */
public record Wanted(
        Tenant tenant,
        Account account,
        Optional<Symbol> symbol,
        Optional<BrokerId> broker,
        Instant from,
        Instant until) {
    public boolean takes(Line.Traded trade) {
        return symbol.filter(s -> !s.equals(trade.position().symbol())).isEmpty()
                && broker.filter(b -> !b.equals(trade.position().broker())).isEmpty();
    }
}
