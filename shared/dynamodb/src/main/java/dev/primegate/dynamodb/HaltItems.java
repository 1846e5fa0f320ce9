package dev.primegate.dynamodb;

import dev.primegate.dynamodb.Transactions.Result;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.TradingState;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Brings halts from the registry to the headroom items, where admission reads them, and takes them
 * away again. The registry is what holds: run again, this completes what a crash left undone.
 */
@Singleton
class HaltItems {
    private static final List<TradingState> STATES =
            List.of(TradingState.HALTED, TradingState.REDUCING);

    private final Table table;
    private final Transactions transactions;

    HaltItems(Table table, Transactions transactions) {
        this.table = table;
        this.transactions = transactions;
    }

    /** When this returns, every item there is carries the halt; one that is born later does too. */
    void spread(HaltScope scope, TradingState state) {
        for (String pk : HaltReach.reached(scope, state, members())) {
            add(pk, scope, state);
        }
    }

    /**
     * Takes the scope from every item, as long as the registry does not hold it. A halt that is
     * given meanwhile is not undone: each item is released in a transaction that looks.
     *
     * @return false if it was halted again
     */
    boolean release(HaltScope scope) {
        for (TradingState state : STATES) {
            for (String pk : HaltReach.reached(scope, state, members())) {
                if (!release(pk, scope, state)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** When this returns, no account takes an order of a lower release; see {@link #spread}. */
    void retireBefore(long release) {
        members().stream()
                .filter(pk -> !HaltReach.isOfSymbol(pk))
                .forEach(pk -> retire(pk, release));
    }

    /** Makes every item say what the registry says. */
    void complete() {
        Item registry = table.get(Key.halts()).orElse(new Item(Map.of()));
        Map<Key, Item> items =
                table.getAll(members().stream().map(pk -> new Key(pk, "S")).toList());
        if (registry.has(RiskItem.MIN_RELEASE)) {
            retireBefore(registry.number(RiskItem.MIN_RELEASE));
        }
        items.forEach((key, item) -> {
            for (TradingState state : STATES) {
                Set<String> there = item.set(HaltReach.attribute(state));
                Set<String> due =
                        HaltReach.on(key.pk(), state, registry.set(HaltRegistry.attribute(state)));
                due.stream()
                        .filter(scope -> !there.contains(scope))
                        .forEach(scope -> add(key.pk(), new HaltScope(scope), state));
                there.stream()
                        .filter(scope -> !due.contains(scope))
                        .forEach(scope -> release(key.pk(), new HaltScope(scope), state));
            }
        });
    }

    private void add(String pk, HaltScope scope, TradingState state) {
        table.client()
                .updateItem(update ->
                        update.tableName(table.name())
                                .key(new Key(pk, "S").attributes())
                                .updateExpression(
                                        "ADD %s :scope".formatted(HaltReach.attribute(state)))
                                .expressionAttributeValues(Map.of(":scope", RiskItem.set(scope))));
    }

    private void retire(String pk, long release) {
        Write.Update update = HaltRegistry.retire(new Key(pk, "S"), release);
        switch (transactions.write(List.of(update.build(table.name())))) {
            case Result.Written _, Result.Refused _ -> {} // Refused: it is as high, or higher.
            case Result.Busy(String why) ->
                    throw new IllegalStateException(pk + " cannot be retired: " + why);
        }
    }

    private boolean release(String pk, HaltScope scope, TradingState state) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(
                TransactWriteItem.builder()
                        .conditionCheck(check ->
                                check.tableName(table.name())
                                        .key(Key.halts().attributes())
                                        .conditionExpression(
                                                "NOT contains(%s, :scope)"
                                                        .formatted(HaltRegistry.attribute(state)))
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":scope",
                                                        AttributeValue.fromS(scope.text()))))
                        .build());
        writes.add(
                new Write.Update(new Key(pk, "S"))
                        .delete(HaltReach.attribute(state), RiskItem.set(scope))
                        .build(table.name()));
        return switch (transactions.write(writes)) {
            case Result.Written _ -> true;
            case Result.Refused _ -> false;
            case Result.Busy(String why) ->
                    throw new IllegalStateException(pk + " cannot be resumed: " + why);
        };
    }

    private Set<String> members() {
        Item members = table.get(Key.haltMembers()).orElse(new Item(Map.of()));
        Set<String> all = new TreeSet<>(members.set("accounts"));
        all.addAll(members.set("symbols"));
        return all;
    }
}
