package dev.primegate.dynamodb;

import dev.primegate.risk.FailureLog;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Failures in the table, an item for each minute that had any. */
@Singleton
class DynamoFailureLog implements FailureLog {
    private static final Duration KEPT = Duration.ofDays(7);

    private final Table table;

    DynamoFailureLog(Table table) {
        this.table = table;
    }

    @Override
    public void record(Instant at) {
        long end = at.plus(KEPT).getEpochSecond();
        table.client()
                .updateItem(update ->
                        update.tableName(table.name())
                                .key(Key.failures(at).attributes())
                                .updateExpression("ADD failures :one SET expiresAt = :end")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":one", RiskItem.number(1),
                                                ":end", RiskItem.number(end))));
    }

    @Override
    public long countSince(Instant from, Instant now) {
        String partition = Key.failures(from).pk();
        return table.query(partition, Key.failuresOf(from), Key.failuresOf(now)).stream()
                .mapToLong(item -> item.number("failures"))
                .sum();
    }
}
