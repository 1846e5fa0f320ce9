package dev.primegate.simulation.store;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** One write of a transaction, or its check: what all kinds have in common. */
record Part(
        Map<String, AttributeValue> key,
        @Nullable String condition,
        Map<String, String> names,
        Map<String, AttributeValue> values,
        boolean showsOld) {
    static Part of(TransactWriteItem write) {
        if (write.put() != null) {
            var put = write.put();
            return new Part(
                    keyOf(put.item()),
                    put.conditionExpression(),
                    put.expressionAttributeNames(),
                    put.expressionAttributeValues(),
                    showsOld(put.returnValuesOnConditionCheckFailure()));
        }
        if (write.update() != null) {
            var update = write.update();
            return new Part(
                    keyOf(update.key()),
                    update.conditionExpression(),
                    update.expressionAttributeNames(),
                    update.expressionAttributeValues(),
                    showsOld(update.returnValuesOnConditionCheckFailure()));
        }
        if (write.delete() != null) {
            var delete = write.delete();
            return new Part(
                    keyOf(delete.key()),
                    delete.conditionExpression(),
                    delete.expressionAttributeNames(),
                    delete.expressionAttributeValues(),
                    showsOld(delete.returnValuesOnConditionCheckFailure()));
        }
        var check = write.conditionCheck();
        return new Part(
                keyOf(check.key()),
                check.conditionExpression(),
                check.expressionAttributeNames(),
                check.expressionAttributeValues(),
                showsOld(check.returnValuesOnConditionCheckFailure()));
    }

    private static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new TreeMap<>();
        key.put("pk", Objects.requireNonNull(item.get("pk")));
        key.put("sk", Objects.requireNonNull(item.get("sk")));
        return key;
    }

    private static boolean showsOld(@Nullable ReturnValuesOnConditionCheckFailure wish) {
        return wish == ReturnValuesOnConditionCheckFailure.ALL_OLD;
    }
}
