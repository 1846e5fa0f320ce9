package dev.primegate.dynamodb;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Incidents;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What was told, in the table; it is forgotten some time after. */
@Singleton
class DynamoIncidents implements Incidents {
    /** Longer than any window of counting, and than a stream repeats its records. */
    private static final Duration NOTED = Duration.ofDays(2);

    private final Table table;

    DynamoIncidents(Table table) {
        this.table = table;
    }

    @Override
    public List<Instant> note(Alert alert, Duration around) {
        table.putIfAbsent(
                Item.at(Key.noted(alert))
                        .put("type", "NOTED")
                        .put("at", alert.at())
                        .expiring(alert.at().plus(NOTED)));
        return table
                .query(
                        Key.incident(alert.dedupKey()).pk(),
                        Key.notedAt(alert.at().minus(around)),
                        Key.notedAt(alert.at().plus(around)) + Key.LAST)
                .stream()
                .map(item -> item.time("at"))
                .toList();
    }

    @Override
    public boolean isOpen(String dedupKey) {
        return table.get(Key.incident(dedupKey)).isPresent();
    }

    @Override
    public void open(String dedupKey, Instant at) {
        table.putIfAbsent(Item.at(Key.incident(dedupKey)).put("type", "INCIDENT").put("at", at));
    }

    @Override
    public void close(String dedupKey) {
        table.delete(Key.incident(dedupKey));
    }

    @Override
    public boolean wasTold(Alert alert, String destination) {
        return table.get(Key.told(alert, destination)).isPresent();
    }

    @Override
    public void told(Alert alert, String destination) {
        table.putIfAbsent(
                Item.at(Key.told(alert, destination))
                        .put("type", "TOLD")
                        .expiring(alert.at().plus(NOTED)));
    }
}
