package dev.primegate.broker;

import dev.primegate.ledger.Balance;
import java.util.List;

/** Answers questions about our account at a broker. */
public interface AccountReports extends BrokerRole {
    /** A signed read: also the way to try a key. */
    Fetched<List<Balance>> balances();

    Fetched<List<Product>> products();
}
