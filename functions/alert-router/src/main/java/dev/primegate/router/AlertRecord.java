package dev.primegate.router;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads alerts from records of the table's stream. */
final class AlertRecord {
    private AlertRecord() {}

    /** Everything else the table holds is nobody's alarm. */
    static boolean isNewAlert(DynamodbStreamRecord record) {
        Map<String, AttributeValue> image = record.getDynamodb().getNewImage();
        AttributeValue type = image == null ? null : image.get("type");
        return "INSERT".equals(record.getEventName())
                && type != null
                && "ALERT".equals(type.getS());
    }

    /** An alert that cannot be read is an alert of its own: it neither blocks nor gets lost. */
    static Alert read(DynamodbStreamRecord record, Instant now) {
        Map<String, AttributeValue> item = record.getDynamodb().getNewImage();
        try {
            return new Alert(
                    text(item, "id"),
                    Alert.Action.valueOf(text(item, "action")),
                    text(item, "rule"),
                    text(item, "dedupKey"),
                    Severity.valueOf(text(item, "severity")),
                    text(item, "summary"),
                    Instant.parse(text(item, "at")),
                    details(item));
        } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
            String sequenceNumber = record.getDynamodb().getSequenceNumber();
            return Alert.trigger(
                    "alert-unreadable",
                    "alert-router",
                    sequenceNumber,
                    Severity.CRITICAL,
                    "an alert was written that cannot be read; look into the table",
                    now,
                    Map.of(
                            "sequenceNumber",
                            sequenceNumber,
                            "keys",
                            String.valueOf(record.getDynamodb().getKeys()),
                            "why",
                            String.valueOf(e.getMessage())));
        }
    }

    private static SortedMap<String, String> details(Map<String, AttributeValue> item) {
        SortedMap<String, String> details = new TreeMap<>();
        AttributeValue map = Objects.requireNonNull(item.get("details"), "details");
        map.getM()
                .forEach((name, value) ->
                        details.put(name, Objects.requireNonNull(value.getS(), name)));
        return details;
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = Objects.requireNonNull(item.get(name), name);
        return Objects.requireNonNull(value.getS(), name);
    }
}
