package dev.primegate.submit;

import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.util.Set;

/**
 * Who calls, and for what they may act.
 *
 * @param name as the history shows it; two names are two persons
 * @param mayHalt whether they may halt, and take part in a resume: of any scope, other tenants'
 *     accounts included
 * @param mayKeepBooks whether they may write journal entries, and change where accounts are kept
 */
public record Caller(
        String name, Tenant tenant, Set<Account> accounts, boolean mayHalt, boolean mayKeepBooks) {
    /** Who keeps no books. */
    public Caller(String name, Tenant tenant, Set<Account> accounts, boolean mayHalt) {
        this(name, tenant, accounts, mayHalt, false);
    }
}
