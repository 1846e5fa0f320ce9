package dev.primegate.router;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An alert that came in.
 *
 * @param id what its source calls the record, to be told which must come again
 */
record Incoming(String id, Alert alert) {
    /** The alerts in whatever AWS hands to the function. What nobody knows is an alert too. */
    static List<Incoming> read(JsonNode event, Instant now) {
        if (event.path("detail-type").asText().equals("CloudWatch Alarm State Change")) {
            return alarm(event, now)
                    .map(alert -> List.of(new Incoming("alarm", alert)))
                    .orElse(List.of());
        }
        JsonNode records = event.path("Records");
        if (!records.isArray()) {
            return List.of(new Incoming("event", strange(event.toString(), now)));
        }
        List<Incoming> incoming = new ArrayList<>();
        for (JsonNode record : records) {
            AlertRecord.read(record, now)
                    .map(alert ->
                            new Incoming(record.at("/dynamodb/SequenceNumber").asText(), alert))
                    .ifPresent(incoming::add);
        }
        return incoming;
    }

    /** The alerts in an event of the table's stream that was made in this process. */
    static List<Incoming> read(DynamodbEvent event, Instant now) {
        List<Incoming> incoming = new ArrayList<>();
        for (DynamodbStreamRecord record : event.getRecords()) {
            AlertRecord.read(StreamJson.of(record), now)
                    .map(alert -> new Incoming(record.getDynamodb().getSequenceNumber(), alert))
                    .ifPresent(incoming::add);
        }
        return incoming;
    }

    /**
     * An alarm that rang, or fell silent. Not knowing is no news: alarms begin so.
     *
     * <p>Alarms about this function do not come here: they go by another way, or it would have to
     * tell of its own failure.
     */
    private static Optional<Alert> alarm(JsonNode event, Instant now) {
        JsonNode detail = event.path("detail");
        String name = detail.path("alarmName").asText();
        String cause = detail.at("/state/timestamp").asText();
        return switch (detail.at("/state/value").asText()) {
            case "ALARM" ->
                    Optional.of(
                            Alert.trigger(
                                    "cloudwatch-alarm",
                                    name,
                                    cause,
                                    Severity.ERROR,
                                    "%s: %s".formatted(name, detail.at("/state/reason").asText()),
                                    now,
                                    Map.of("alarm", name)));
            case "OK" ->
                    Optional.of(
                            Alert.resolve(
                                    "cloudwatch-alarm", name, cause, name + " is quiet", now));
            case "INSUFFICIENT_DATA" -> Optional.empty();
            default -> Optional.of(strange(event.toString(), now));
        };
    }

    private static Alert strange(String what, Instant now) {
        return Alert.trigger(
                "alert-unreadable",
                "alert-router",
                what,
                Severity.CRITICAL,
                "something came to the alert router that it does not know",
                now,
                Map.of("what", Cut.to(500, what)));
    }
}
