package dev.primegate.ledger;

import dev.primegate.instrument.BrokerId;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.ExecId;
import java.time.Instant;
import java.util.List;

/**
 * Trades and orders at a broker that did not come from here. An orphan ends when the book is told
 * its execution for an order of ours: that moves it there, in one transaction.
 */
public interface Orphans {
    /**
     * Books a trade into its home position and alerts, all or nothing; once, however often.
     *
     * @return whether it was booked now; if not, it had been, here or for an order
     */
    boolean adopt(Orphan orphan, Instant at);

    /**
     * Takes an orphan back because the broker annulled it; once, however often.
     *
     * @return whether there is such an orphan
     */
    boolean bust(BrokerId broker, ExecId execution, Instant at, String reason);

    /** Every orphan of a broker, busted ones too; may lag by a moment. */
    List<Orphan> all(BrokerId broker);

    /** Remembers an order that is not ours, and alerts the first time; the latest word counts. */
    void adopt(ExternalOrder order);

    List<ExternalOrder> orders(BrokerId broker);

    /** It was ours after all. */
    void forget(BrokerId broker, BrokerOrderId order);
}
