package dev.primegate.ledger;

import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.util.List;
import java.util.Optional;

/**
 * Our record of what is held; moved by executions, in their order's transaction, and by the
 * journal.
 */
public interface Ledger {
    /** Every position the account ever had, those of zero included. */
    List<Position> positions(Tenant tenant, Account account);

    /** Each of them with its cost. */
    List<Holding> holdings(Tenant tenant, Account account);

    /** Every line of the account's tape, by their own time. */
    List<Line> tape(Tenant tenant, Account account);

    /**
     * The account's trades that {@code wanted} asks for, by their own time, a page at a time.
     *
     * @param after where the page before ended
     */
    TradePage trades(Wanted wanted, Optional<String> after, int limit);
}
