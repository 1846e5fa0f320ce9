package dev.primegate.router;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.primegate.alert.Alert;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Alerts as the table's stream brings them. */
final class StreamedAlerts {
    private static final AtomicLong SEQUENCE = new AtomicLong();

    private StreamedAlerts() {}

    static DynamodbEvent event(Alert... alerts) {
        return event(List.of(alerts).stream().map(StreamedAlerts::record).toList());
    }

    static DynamodbEvent event(List<DynamodbStreamRecord> records) {
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(records);
        return event;
    }

    static DynamodbStreamRecord record(Alert alert) {
        Map<String, AttributeValue> details = new HashMap<>();
        alert.details().forEach((name, value) -> details.put(name, new AttributeValue(value)));
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("pk", new AttributeValue("AE#" + alert.id()));
        item.put("type", new AttributeValue("ALERT"));
        item.put("id", new AttributeValue(alert.id()));
        item.put("action", new AttributeValue(alert.action().name()));
        item.put("rule", new AttributeValue(alert.rule()));
        item.put("dedupKey", new AttributeValue(alert.dedupKey()));
        item.put("severity", new AttributeValue(alert.severity().name()));
        item.put("summary", new AttributeValue(alert.summary()));
        item.put("at", new AttributeValue(alert.at().toString()));
        item.put("details", new AttributeValue().withM(details));
        return record("INSERT", item);
    }

    static DynamodbStreamRecord record(String eventName, Map<String, AttributeValue> item) {
        StreamRecord change = new StreamRecord();
        change.setSequenceNumber("%021d".formatted(SEQUENCE.incrementAndGet()));
        change.setKeys(Map.of());
        change.setNewImage(item);
        DynamodbStreamRecord record = new DynamodbStreamRecord();
        record.setEventName(eventName);
        record.setDynamodb(change);
        return record;
    }
}
