package dev.primegate.ledger;

import dev.primegate.instrument.Symbol;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * By how much an account's position in an instrument moves, whatever the brokers: headroom moves
 * with it.
 */
public record Shift(Tenant tenant, Account account, Symbol symbol, Decimal10 units) {
    /** What {@code lines} shift together; what moves between brokers alone shifts nothing. */
    public static List<Shift> of(Collection<? extends Line> lines) {
        Map<String, Shift> shifts = new TreeMap<>();
        for (Line line : lines) {
            PositionId at = line.position();
            shifts.merge(
                    "%s/%s:%s".formatted(at.tenant(), at.account(), at.symbol()),
                    new Shift(at.tenant(), at.account(), at.symbol(), line.change().quantity()),
                    Shift::plus);
        }
        return shifts.values().stream().filter(shift -> shift.units.signum() != 0).toList();
    }

    private Shift plus(Shift other) {
        return new Shift(tenant, account, symbol, units.plus(other.units));
    }
}
