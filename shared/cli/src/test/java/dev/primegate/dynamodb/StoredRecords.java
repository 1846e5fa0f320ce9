package dev.primegate.dynamodb;

import dev.primegate.audit.HistoryEntry;
import dev.primegate.audit.Step;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Records of chains as the table has them. */
public final class StoredRecords {
    private StoredRecords() {}

    public static Map<String, AttributeValue> of(HistoryEntry entry) {
        return HistoryItem.write(entry).attributes();
    }

    public static Map<String, AttributeValue> of(Step step) {
        return StepItem.write(step).attributes();
    }
}
