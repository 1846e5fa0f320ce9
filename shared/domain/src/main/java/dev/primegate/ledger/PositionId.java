package dev.primegate.ledger;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.order.Account;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.Tenant;

/** Which position: whose, at which broker, in what. */
public record PositionId(Tenant tenant, Account account, BrokerId broker, Symbol symbol) {
    /** The position that an order trades in. */
    public static PositionId of(Order order) {
        NewOrder request = order.request();
        return new PositionId(
                request.tenant(), request.account(), order.route().broker(), request.symbol());
    }

    /** Whether both take from the same headroom, which an account has whatever the broker. */
    public boolean sharesHeadroomWith(PositionId other) {
        return tenant.equals(other.tenant)
                && account.equals(other.account)
                && symbol.equals(other.symbol);
    }

    @Override
    public String toString() {
        return "%s/%s %s at %s".formatted(tenant, account, symbol, broker);
    }
}
