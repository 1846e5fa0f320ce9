package dev.primegate.broker;

import dev.primegate.ledger.MarginState;
import java.util.List;

/** Answers questions about our margin at a broker. */
public interface MarginReports extends BrokerRole {
    /** By each model the broker has for us; whole or not at all. */
    Fetched<List<MarginState>> margin();
}
