package dev.primegate.dynamodb;

import dev.primegate.book.Intent;
import dev.primegate.ledger.Shift;
import dev.primegate.order.Denial;
import dev.primegate.risk.TradingState;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Makes headroom items when an account is first seen, and keeps their limits up to date. */
@Singleton
class HeadroomItems {
    private final Table table;
    private final Transactions transactions;

    HeadroomItems(Table table, Transactions transactions) {
        this.table = table;
        this.transactions = transactions;
    }

    /** Why the account's item refused; empty if it has been put right. */
    Optional<Denial> accountDenial(Intent intent, Item found) {
        if (found.attributes().isEmpty()) {
            create(intent, true);
            return Optional.empty();
        }
        Optional<TransactWriteItem> relimit =
                RiskRefusal.relimitAccount(table.name(), found, intent);
        relimit.ifPresent(this::writeOnce);
        return relimit.isPresent() ? Optional.empty() : RiskRefusal.accountDenial(found, intent);
    }

    /** Why the instrument's item refused; empty if it has been put right. */
    Optional<Denial> symbolDenial(Intent intent, Item found) {
        if (found.attributes().isEmpty()) {
            create(intent, false);
            return Optional.empty();
        }
        Optional<TransactWriteItem> relimit =
                RiskRefusal.relimitSymbol(table.name(), found, intent);
        relimit.ifPresent(this::writeOnce);
        return relimit.isPresent() ? Optional.empty() : RiskRefusal.symbolDenial(found, intent);
    }

    /** Makes the instrument's item for a position that comes before any order. */
    void create(Shift shift) {
        create(RiskItem.newSymbol(shift), false);
    }

    private void create(Intent intent, boolean account) {
        create(account ? RiskItem.newAccount(intent) : RiskItem.newSymbol(intent), account);
    }

    /**
     * Born with the halts that stand, checked in the same transaction: nothing slips through a halt
     * by being new. Somebody else may have made it first, which is as good.
     */
    private void create(Item item, boolean account) {
        Optional<Item> halts = table.get(Key.halts());
        halts.ifPresent(registry -> bear(item, registry));
        TransactWriteItem unchanged =
                halts.map(this::sameVersion).orElse(Write.check(table.name(), Key.halts(), false));
        TransactWriteItem member =
                new Write.Update(Key.haltMembers())
                        .add(
                                account ? "accounts" : "symbols",
                                AttributeValue.fromSs(List.of(item.text("pk"))))
                        .build(table.name());
        transactions.write(List.of(Write.putIfAbsent(table.name(), item), unchanged, member));
    }

    /** Every scope that reaches the item, whether it covers this order or the next. */
    private static void bear(Item item, Item registry) {
        if (registry.has(RiskItem.MIN_RELEASE) && !HaltReach.isOfSymbol(item.text("pk"))) {
            item.put(RiskItem.MIN_RELEASE, registry.number(RiskItem.MIN_RELEASE));
        }
        for (TradingState state : List.of(TradingState.HALTED, TradingState.REDUCING)) {
            Set<String> born =
                    HaltReach.on(
                            item.text("pk"), state, registry.set(HaltRegistry.attribute(state)));
            if (!born.isEmpty()) {
                item.attributes()
                        .put(HaltReach.attribute(state), AttributeValue.fromSs(List.copyOf(born)));
            }
        }
    }

    private TransactWriteItem sameVersion(Item halts) {
        return TransactWriteItem.builder()
                .conditionCheck(check ->
                        check.tableName(table.name())
                                .key(Key.halts().attributes())
                                .conditionExpression("version = :version")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":version",
                                                AttributeValue.fromN(
                                                        Long.toString(halts.number("version"))))))
                .build();
    }

    private void writeOnce(TransactWriteItem write) {
        transactions.write(List.of(write));
    }
}
