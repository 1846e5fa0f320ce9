package dev.primegate.testkit;

import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.AccountRecord;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The account master in memory. */
public final class MemoryAccounts implements AccountMaster {
    private final Map<String, AccountRecord> records = new TreeMap<>();

    @Override
    public synchronized Optional<AccountRecord> find(Tenant tenant, Account account) {
        return Optional.ofNullable(records.get(tenant + "/" + account));
    }

    @Override
    public synchronized List<AccountRecord> all() {
        return List.copyOf(records.values());
    }

    @Override
    public synchronized boolean put(AccountRecord next) {
        long stands = find(next.tenant(), next.account()).map(AccountRecord::version).orElse(0L);
        boolean follows = stands + 1 == next.version();
        if (follows) {
            records.put(next.tenant() + "/" + next.account(), next);
        }
        return follows;
    }
}
