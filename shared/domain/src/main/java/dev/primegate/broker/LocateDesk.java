package dev.primegate.broker;

import dev.primegate.instrument.Symbol;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import java.time.Instant;
import java.util.Optional;

/** Finds stock to borrow, which must be found before it is sold short. */
public interface LocateDesk extends BrokerRole {
    /**
     * Asks for {@code quantity} of {@code symbol}, once.
     *
     * @param reference ours, by which a request can be found again whose answer was lost
     */
    Asked ask(Symbol symbol, Quantity quantity, String reference);

    /** How a request stands, by the broker's id of it. */
    Fetched<Locate> find(String requestId);

    /** Takes an offer, or lets it go. */
    Replied reply(String requestId, boolean accept);

    /** What is known after asking. */
    sealed interface Asked {
        record Taken(Locate locate) implements Asked {}

        record Refused(String reason) implements Asked {}

        /** Not known, or not sent: look for the reference. */
        record Unknown(String doubt) implements Asked {}
    }

    /** What is known after replying to an offer. */
    sealed interface Replied {
        record Heard() implements Replied {}

        record Refused(String reason) implements Replied {}

        /** Not known, or not sent: a reply may be given again. */
        record Unknown(String doubt) implements Replied {}
    }

    /**
     * A request for stock.
     *
     * @param locateId what a short sale names, once the stock was found
     * @param rate what borrowing costs a year, as a share
     */
    record Locate(
            String requestId,
            Status status,
            Symbol symbol,
            Quantity requested,
            Optional<String> locateId,
            Optional<Quantity> located,
            Optional<Decimal10> rate,
            Optional<Instant> expiresAt) {}

    /** Where a request stands. */
    enum Status {
        PENDING,
        /** Found, at a rate that waits for our reply. */
        OFFERED,
        FILLED,
        REJECTED,
        DECLINED,
        EXPIRED,
        CANCELLED
    }
}
