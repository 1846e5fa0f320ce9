package dev.primegate.submit;

import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.util.Set;

/**
 * Who calls, and for what they may act.
 *
 * @param name as the history shows it
 */
public record Caller(String name, Tenant tenant, Set<Account> accounts) {}
