package dev.primegate.dynamodb;

import dev.primegate.alert.Alert;
import dev.primegate.alert.AlertLog;
import jakarta.inject.Singleton;

/** Alerts in the table, from where its stream takes them to the router. */
@Singleton
class DynamoAlertLog implements AlertLog {
    private final Table table;

    DynamoAlertLog(Table table) {
        this.table = table;
    }

    @Override
    public void raise(Alert alert) {
        table.putIfAbsent(AlertItem.write(alert));
    }
}
