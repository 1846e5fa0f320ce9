package dev.primegate.router;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A record of the table's stream as AWS writes it. */
final class StreamJson {
    private StreamJson() {}

    static ObjectNode of(DynamodbStreamRecord record) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("eventSource", "aws:dynamodb");
        json.put("eventName", record.getEventName());
        ObjectNode change = json.putObject("dynamodb");
        change.put("SequenceNumber", record.getDynamodb().getSequenceNumber());
        if (record.getDynamodb().getKeys() != null) {
            change.set("Keys", map(record.getDynamodb().getKeys()));
        }
        if (record.getDynamodb().getNewImage() != null) {
            change.set("NewImage", map(record.getDynamodb().getNewImage()));
        }
        return json;
    }

    private static ObjectNode map(Map<String, AttributeValue> values) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        values.forEach((name, value) -> json.set(name, value(value)));
        return json;
    }

    /** The kinds that alerts are made of; others are nobody's alarm and stay empty. */
    private static ObjectNode value(AttributeValue value) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (value.getS() != null) {
            json.put("S", value.getS());
        } else if (value.getN() != null) {
            json.put("N", value.getN());
        } else if (value.getM() != null) {
            json.set("M", map(value.getM()));
        }
        return json;
    }
}
