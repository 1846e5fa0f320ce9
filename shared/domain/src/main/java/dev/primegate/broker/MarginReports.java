package dev.primegate.broker;

import dev.primegate.ledger.MarginState;

/** Says how it stands with our margin at a broker that lends. */
public interface MarginReports extends BrokerRole {
    /** An unknown word is a failed answer: nobody takes it for health. */
    Fetched<MarginState> margin();
}
