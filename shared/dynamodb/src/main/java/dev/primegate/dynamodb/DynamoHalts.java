package dev.primegate.dynamodb;

import dev.primegate.dynamodb.Transactions.Result;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Halts, in every headroom item they cover. First the registry, so that what is born from then on
 * is born halted; then every item there is. Run again it completes what a crash left undone.
 */
@Singleton
class DynamoHalts implements Halts {
    private final Table table;
    private final Transactions transactions;
    private final Clock clock;

    DynamoHalts(Table table, Transactions transactions, Clock clock) {
        this.table = table;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void halt(HaltScope scope, String by, String reason) {
        write(register(table.name(), scope));
        note("HALT", scope, by, reason);
        for (String pk : covered(scope)) {
            update(pk, "ADD halted :scope", scope);
        }
    }

    @Override
    public void resume(HaltScope scope, String by, String reason) {
        note("RESUME", scope, by, reason);
        update(Key.halts().pk(), "DELETE scopes :scope ADD version :one", scope);
        for (String pk : covered(scope)) {
            update(pk, "DELETE halted :scope", scope);
        }
    }

    @Override
    public Set<HaltScope> halted() {
        return table.get(Key.halts()).map(item -> item.set("scopes")).orElse(Set.of()).stream()
                .map(HaltScope::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static TransactWriteItem register(String table, HaltScope scope) {
        return new Write.Update(Key.halts())
                .add("scopes", RiskItem.set(scope))
                .add("version", RiskItem.number(1))
                .build(table);
    }

    /** The headroom items that orders of this scope take from. */
    private List<String> covered(HaltScope scope) {
        Item members = table.get(Key.haltMembers()).orElse(new Item(Map.of()));
        Stream<String> accounts = members.set("accounts").stream();
        String name = scope.text().substring(scope.text().indexOf(':') + 1);
        if (scope.text().startsWith("symbol:")) {
            return members.set("symbols").stream().filter(pk -> pk.endsWith(":" + name)).toList();
        }
        if (scope.text().startsWith("account:")) {
            return accounts.filter(pk -> pk.startsWith("R#" + name + "#")).toList();
        }
        return accounts.toList();
    }

    private void update(String pk, String expression, HaltScope scope) {
        Map<String, AttributeValue> values =
                expression.contains(":one")
                        ? Map.of(":scope", RiskItem.set(scope), ":one", RiskItem.number(1))
                        : Map.of(":scope", RiskItem.set(scope));
        table.client()
                .updateItem(update ->
                        update.tableName(table.name())
                                .key(new Key(pk, "S").attributes())
                                .updateExpression(expression)
                                .expressionAttributeValues(values));
    }

    private void note(String action, HaltScope scope, String by, String reason) {
        table.put(
                Item.at(Key.haltNote(clock.instant(), scope))
                        .put("type", "HALT_NOTE")
                        .put("action", action)
                        .put("scope", scope.text())
                        .put("by", by)
                        .put("reason", reason));
    }

    private void write(TransactWriteItem write) {
        Result result = transactions.write(List.of(write));
        if (!(result instanceof Result.Written)) {
            throw new IllegalStateException("the halt cannot be written: " + result);
        }
    }
}
