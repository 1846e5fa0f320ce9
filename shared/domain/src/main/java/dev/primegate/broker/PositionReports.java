package dev.primegate.broker;

import java.util.List;

/**
 * Answers questions about our positions at a broker. The two views may differ for good reasons:
 * each is held against our own figures of its kind, never against the other.
 */
public interface PositionReports extends BrokerRole {
    /** As its executions made them. */
    Fetched<List<Holding>> positions();

    /** As its custodian keeps them, whoever executed. */
    Fetched<List<Holding>> holdings();
}
