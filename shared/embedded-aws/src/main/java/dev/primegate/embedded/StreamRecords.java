package dev.primegate.embedded;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Stream records of the SDK in the shape in which Lambda hands them to a function. */
final class StreamRecords {
    private StreamRecords() {}

    static DynamodbStreamRecord lambda(Record from) {
        StreamRecord change = new StreamRecord();
        change.setSequenceNumber(from.dynamodb().sequenceNumber());
        change.setKeys(map(from.dynamodb().keys()));
        if (from.dynamodb().hasNewImage()) {
            change.setNewImage(map(from.dynamodb().newImage()));
        }
        DynamodbStreamRecord record = new DynamodbStreamRecord();
        record.setEventID(from.eventID());
        record.setEventName(from.eventNameAsString());
        record.setEventSource("aws:dynamodb");
        record.setDynamodb(change);
        return record;
    }

    private static Map<String, AttributeValue> map(
            Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> from) {
        Map<String, AttributeValue> to = new HashMap<>();
        from.forEach((name, value) -> to.put(name, value(value)));
        return to;
    }

    private static AttributeValue value(
            software.amazon.awssdk.services.dynamodb.model.AttributeValue from) {
        AttributeValue to = new AttributeValue();
        switch (from.type()) {
            case S -> to.setS(from.s());
            case N -> to.setN(from.n());
            case BOOL -> to.setBOOL(from.bool());
            case SS -> to.setSS(from.ss());
            case M -> to.setM(map(from.m()));
            case L -> to.setL(from.l().stream().map(StreamRecords::value).toList());
            // DynamoDB Local writes an empty map into its stream as nothing at all.
            case UNKNOWN_TO_SDK_VERSION -> to.setM(Map.of());
            case NS, B, BS, NUL ->
                    throw new IllegalArgumentException("the table has no " + from.type());
        }
        return to;
    }
}
