package dev.primegate.submit;

import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.util.Set;

/**
 * Who calls, and for what they may act.
 *
 * @param name as the history shows it; two names are two persons
 */
public record Caller(String name, Tenant tenant, Set<Account> accounts, Set<Role> roles) {
    public Caller {
        accounts = Set.copyOf(accounts);
        roles = Set.copyOf(roles);
    }

    boolean has(Role role) {
        return roles.contains(role);
    }
}
