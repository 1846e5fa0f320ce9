package dev.primegate.ledger;

import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.util.List;

/** Our record of what is held; moved only by executions, in their order's transaction. */
public interface Ledger {
    /** Every position the account ever had, those of zero included. */
    List<Position> positions(Tenant tenant, Account account);
}
