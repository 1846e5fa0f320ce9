package dev.primegate.router;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads alerts from records of the table's stream. */
final class AlertRecord {
    private AlertRecord() {}

    /**
     * The alert that {@code record} brings, if it is a new one: everything else the table holds is
     * nobody's alarm. One that cannot be read is an alert of its own: it neither blocks nor gets
     * lost.
     */
    static Optional<Alert> read(JsonNode record, Instant now) {
        JsonNode item = record.at("/dynamodb/NewImage");
        boolean fresh =
                record.path("eventName").asText().equals("INSERT")
                        && item.at("/type/S").asText().equals("ALERT");
        return fresh ? Optional.of(alert(record, item, now)) : Optional.empty();
    }

    private static Alert alert(JsonNode record, JsonNode item, Instant now) {
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
        } catch (IllegalArgumentException | DateTimeException e) {
            String sequenceNumber = record.at("/dynamodb/SequenceNumber").asText();
            return Alert.trigger(
                    "alert-unreadable",
                    sequenceNumber,
                    sequenceNumber,
                    Severity.CRITICAL,
                    "an alert was written that cannot be read; look into the table",
                    now,
                    Map.of(
                            "sequenceNumber",
                            sequenceNumber,
                            "keys",
                            record.at("/dynamodb/Keys").toString(),
                            "why",
                            String.valueOf(e.getMessage())));
        }
    }

    private static SortedMap<String, String> details(JsonNode item) {
        SortedMap<String, String> details = new TreeMap<>();
        JsonNode map = item.at("/details/M");
        if (!map.isObject()) {
            throw new IllegalArgumentException("details is missing");
        }
        map.properties().forEach(one -> details.put(one.getKey(), text(map, one.getKey())));
        return details;
    }

    private static String text(JsonNode item, String name) {
        JsonNode value = item.path(name).path("S");
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.asText();
    }
}
