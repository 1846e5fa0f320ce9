package dev.primegate.broker;

import dev.primegate.instrument.Instrument;
import java.time.Instant;

/**
 * Asks a broker at which price it would trade. Nothing trades by it: the quote is taken by an order
 * of {@link dev.primegate.order.OrderTerms.PreviouslyQuoted}, which its {@link OrderGateway} sends.
 */
public interface QuoteGateway extends BrokerRole {
    /** How often the broker may be called; the caller of {@link #ask} keeps to it. */
    RateLimit rate();

    /** Asks once, and not again: by then the market has moved. */
    QuoteOutcome ask(QuoteRequest request, Instrument instrument, Instant now);
}
