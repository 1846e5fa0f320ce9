package dev.primegate.dynamodb;

import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The writes that transactions are made of. */
final class Write {
    private Write() {}

    static TransactWriteItem put(String table, Item item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item.attributes()))
                .build();
    }

    /** A put that fails, and shows what is there, if anything is. */
    static TransactWriteItem putIfAbsent(String table, Item item) {
        return putIf(table, item, "attribute_not_exists(pk)", Map.of());
    }

    static TransactWriteItem putIf(
            String table, Item item, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(table)
                                .item(item.attributes())
                                .conditionExpression(condition)
                                .expressionAttributeValues(values.isEmpty() ? null : values)
                                .returnValuesOnConditionCheckFailure(
                                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    /** As {@link #putIf(String, Item, String, Map)}, where a word of the condition is reserved. */
    static TransactWriteItem putIf(
            String table,
            Item item,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(table)
                                .item(item.attributes())
                                .conditionExpression(condition)
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values)
                                .returnValuesOnConditionCheckFailure(
                                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    static TransactWriteItem deleteIf(
            String table, Key key, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .delete(delete ->
                        delete.tableName(table)
                                .key(key.attributes())
                                .conditionExpression(condition)
                                .expressionAttributeValues(values.isEmpty() ? null : values))
                .build();
    }

    static TransactWriteItem check(String table, Key key, boolean exists) {
        return TransactWriteItem.builder()
                .conditionCheck(check ->
                        check.tableName(table)
                                .key(key.attributes())
                                .conditionExpression(
                                        exists
                                                ? "attribute_exists(pk)"
                                                : "attribute_not_exists(pk)"))
                .build();
    }

    /** An update put together piece by piece. */
    static final class Update {
        private final Key key;
        private final StringJoiner adds = new StringJoiner(", ", "ADD ", "").setEmptyValue("");
        private final StringJoiner sets = new StringJoiner(", ", " SET ", "").setEmptyValue("");
        private final StringJoiner deletes =
                new StringJoiner(", ", " DELETE ", "").setEmptyValue("");
        private final StringJoiner removes =
                new StringJoiner(", ", " REMOVE ", "").setEmptyValue("");
        private final StringJoiner conditions = new StringJoiner(" AND ");
        private final Map<String, AttributeValue> values = new HashMap<>();

        Update(Key key) {
            this.key = key;
        }

        Update add(String attribute, AttributeValue value) {
            adds.add(attribute + " " + value(value));
            return this;
        }

        Update set(String attribute, AttributeValue value) {
            sets.add(attribute + " = " + value(value));
            return this;
        }

        /** Takes elements out of a set; without the set it does nothing. */
        Update delete(String attribute, AttributeValue elements) {
            deletes.add(attribute + " " + value(elements));
            return this;
        }

        Update remove(String... attributes) {
            for (String attribute : attributes) {
                removes.add(attribute);
            }
            return this;
        }

        /** {@code condition} names its value as {@code %s}. */
        Update when(String condition, AttributeValue value) {
            conditions.add(condition.replace("%s", value(value)));
            return this;
        }

        Update when(String condition) {
            conditions.add(condition);
            return this;
        }

        /** Its conditions alone: nothing is written. */
        TransactWriteItem check(String table) {
            return TransactWriteItem.builder()
                    .conditionCheck(check ->
                            check.tableName(table)
                                    .key(key.attributes())
                                    .conditionExpression(conditions.toString())
                                    .expressionAttributeValues(values)
                                    .returnValuesOnConditionCheckFailure(
                                            ReturnValuesOnConditionCheckFailure.ALL_OLD))
                    .build();
        }

        TransactWriteItem build(String table) {
            return TransactWriteItem.builder()
                    .update(update ->
                            update.tableName(table)
                                    .key(key.attributes())
                                    .updateExpression(adds.toString() + sets + deletes + removes)
                                    .conditionExpression(
                                            conditions.length() == 0 ? null : conditions.toString())
                                    .expressionAttributeValues(values)
                                    .returnValuesOnConditionCheckFailure(
                                            ReturnValuesOnConditionCheckFailure.ALL_OLD))
                    .build();
        }

        /** The name under which a condition of more than one value may speak of {@code value}. */
        String value(AttributeValue value) {
            String name = ":v" + values.size();
            values.put(name, value);
            return name;
        }
    }
}
