package dev.primegate.broker;

import dev.primegate.instrument.Instrument;
import dev.primegate.order.NewOrder;

/** Says what an order would cost at a broker now. Nothing trades by it. */
public interface PreviewGateway extends BrokerRole {
    /** How often the broker may be called; the caller of {@link #preview} keeps to it. */
    RateLimit rate();

    /** Asks once, and not again: by then the market has moved. */
    PreviewOutcome preview(NewOrder order, Instrument instrument);
}
