package dev.primegate.broker;

import dev.primegate.ledger.Balance;
import java.util.List;

/** Answers questions about our account at a broker. */
public interface AccountReports extends BrokerRole {
    /** A signed read: also the way to try a key. */
    Fetched<List<Balance>> balances();

    /** Every product whose steps the broker publishes. */
    Fetched<List<Product>> products();
}
