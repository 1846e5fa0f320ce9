package dev.primegate.broker;

import java.time.Instant;
import java.util.List;

/** Answers what moved at a broker that was no trade: deposits, withdrawals, conversions. */
public interface TransactionReports extends BrokerRole {
    /** Everything begun at or after {@code from}, oldest first. */
    Fetched<List<Transfer>> transfers(Instant from);
}
