package dev.primegate.risk;

import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderTerms;
import java.time.Instant;
import java.util.Optional;

/** An order that differs from another in one thing. */
record NewOrderOf(NewOrder o) {
    NewOrder with(OrderTerms terms) {
        return with(terms, o.effectiveTime());
    }

    NewOrder startingAt(Instant time) {
        return with(o.terms(), Optional.of(time));
    }

    private NewOrder with(OrderTerms terms, Optional<Instant> effectiveTime) {
        return new NewOrder(
                o.tenant(),
                o.account(),
                o.clOrdId(),
                o.symbol(),
                o.side(),
                o.size(),
                terms,
                o.timeInForce(),
                effectiveTime,
                o.expireTime(),
                o.execInst(),
                o.locateId(),
                o.exDestination(),
                o.desk(),
                o.trader(),
                o.text());
    }
}
