package dev.primegate.broker;

import dev.primegate.ledger.MarginState;
import java.util.List;

/** Says how it stands with our margin at a broker that lends. */
public interface MarginReports extends BrokerRole {
    /**
     * By each model the broker has for us; whole or not at all. An unknown word is a failed answer:
     * nobody takes it for health.
     */
    Fetched<List<MarginState>> margin();
}
