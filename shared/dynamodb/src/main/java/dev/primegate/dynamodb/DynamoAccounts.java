package dev.primegate.dynamodb;

import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.BrokerAccount;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The account master in the table: one partition, because it is read whole. */
@Singleton
class DynamoAccounts implements AccountMaster {
    private static final String NUMBER = "number:";
    private static final String SECRET = "secret:";
    private static final String ORPHANS = "takesOrphans:";

    private final Table table;

    DynamoAccounts(Table table) {
        this.table = table;
    }

    @Override
    public Optional<AccountRecord> find(Tenant tenant, Account account) {
        return table.get(Key.account(tenant, account)).map(DynamoAccounts::read);
    }

    @Override
    public List<AccountRecord> all() {
        return table.query(Key.ACCOUNTS).stream().map(DynamoAccounts::read).toList();
    }

    @Override
    public boolean put(AccountRecord next) {
        Map<String, String> brokers = new HashMap<>();
        for (BrokerAccount at : next.brokers()) {
            brokers.put(NUMBER + at.broker(), at.number());
            brokers.put(SECRET + at.broker(), at.secret());
            brokers.put(ORPHANS + at.broker(), Boolean.toString(at.takesOrphans()));
        }
        Item item =
                Item.at(Key.account(next.tenant(), next.account()))
                        .put("type", "ACCOUNT")
                        .put("version", next.version())
                        .put("brokers", brokers)
                        .put("changedBy", next.changedBy())
                        .put("changedAt", next.changedAt());
        return table.putIf(
                item,
                next.version() == 1 ? "attribute_not_exists(pk)" : "version = :before",
                Map.of(),
                next.version() == 1
                        ? Map.of()
                        : Map.of(
                                ":before",
                                AttributeValue.fromN(Long.toString(next.version() - 1))));
    }

    private static AccountRecord read(Item item) {
        String[] names = item.text("sk").split("/", 2);
        Map<String, String> brokers = item.map("brokers");
        List<BrokerAccount> at = new ArrayList<>();
        brokers.forEach((name, number) -> {
            if (name.startsWith(NUMBER)) {
                String broker = name.substring(NUMBER.length());
                at.add(
                        new BrokerAccount(
                                new BrokerId(broker),
                                number,
                                Objects.requireNonNull(brokers.get(SECRET + broker)),
                                Boolean.parseBoolean(brokers.get(ORPHANS + broker))));
            }
        });
        return new AccountRecord(
                new Tenant(names[0]),
                new Account(names[1]),
                item.number("version"),
                at,
                item.text("changedBy"),
                item.time("changedAt"));
    }
}
