package dev.primegate.dynamodb;

import dev.primegate.alert.Alert;
import java.time.Duration;

/** An alert as an item; {@code functions/alert-router} reads it from the table's stream. */
final class AlertItem {
    private static final Duration KEPT = Duration.ofDays(30);

    private AlertItem() {}

    static Item write(Alert alert) {
        return Item.at(Key.alert(alert.id()))
                .put("type", "ALERT")
                .put("id", alert.id())
                .put("action", alert.action().name())
                .put("rule", alert.rule())
                .put("dedupKey", alert.dedupKey())
                .put("severity", alert.severity().name())
                .put("summary", alert.summary())
                .put("at", alert.at())
                .put("details", alert.details())
                .expiring(alert.at().plus(KEPT));
    }
}
