package dev.primegate.broker;

import dev.primegate.instrument.Symbol;
import dev.primegate.order.Account;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.Digest;
import dev.primegate.order.OrderSize;
import dev.primegate.order.Side;
import dev.primegate.order.Tenant;
import java.util.Optional;

/**
 * What the OMS wants a price of; FIX message R in our types.
 *
 * @param quoteReqId how the OMS calls it; FIX tag 131
 * @param side empty for both
 */
public record QuoteRequest(
        Tenant tenant,
        Account account,
        ClOrdId quoteReqId,
        Symbol symbol,
        Optional<Side> side,
        OrderSize size) {

    /** What the broker gets as client id: the same for the same request, and never an order's. */
    public String clientId() {
        return Digest.hex("quote", tenant.name(), account.name(), quoteReqId.text())
                .substring(0, 32);
    }
}
