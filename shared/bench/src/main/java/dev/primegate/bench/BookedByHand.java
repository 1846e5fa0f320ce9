package dev.primegate.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What the product does in the table, with Amazon's client alone: an execution is a read and a
 * transaction of as many items, as large, as the product wrote for one of its own, and positions
 * are a query.
 */
final class BookedByHand {
    private static final String TABLE = "primegate";

    private final DynamoDbClient client;
    private final List<Map<String, AttributeValue>> written;

    private BookedByHand(DynamoDbClient client, List<Map<String, AttributeValue>> written) {
        this.client = client;
        this.written = written;
    }

    /** Takes for its pattern all that the table has after {@code booking} and had not before. */
    static BookedByHand learn(DynamoDbClient client, Crowd.Step booking)
            throws IOException, InterruptedException {
        Set<Map<String, AttributeValue>> before = items(client);
        booking.take(0);
        Set<Map<String, AttributeValue>> after = items(client);
        after.removeAll(before);
        if (after.isEmpty()) {
            throw new IllegalStateException("the product wrote nothing for an execution");
        }
        return new BookedByHand(client, List.copyOf(after));
    }

    void book(int number) {
        Map<String, AttributeValue> first = written.getFirst();
        var _ = client.getItem(get -> get.tableName(TABLE).key(keyOf(first)).consistentRead(true));
        List<TransactWriteItem> writes = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Map<String, AttributeValue> item = new HashMap<>(written.get(i));
            item.put("pk", AttributeValue.fromS("BYHAND#%d#%d".formatted(number, i)));
            item.computeIfPresent("duePk", (_, _) -> AttributeValue.fromS("BYHAND#0"));
            item.computeIfPresent("listPk", (_, _) -> AttributeValue.fromS("by#hand"));
            writes.add(
                    TransactWriteItem.builder()
                            .put(put ->
                                    put.tableName(TABLE)
                                            .item(item)
                                            .conditionExpression("attribute_not_exists(pk)"))
                            .build());
        }
        var _ = client.transactWriteItems(t -> t.transactItems(writes));
    }

    void positions() {
        int found =
                client.query(query ->
                                query.tableName(TABLE)
                                        .keyConditionExpression("pk = :pk")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":pk",
                                                        AttributeValue.fromS("POS#demo/demo")))
                                        .consistentRead(true))
                        .count();
        if (found == 0) {
            throw new IllegalStateException("the product wrote no position");
        }
    }

    private static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new HashMap<>(item);
        key.keySet().retainAll(Set.of("pk", "sk"));
        return key;
    }

    private static Set<Map<String, AttributeValue>> items(DynamoDbClient client) {
        Set<Map<String, AttributeValue>> all = new HashSet<>();
        client.scanPaginator(scan -> scan.tableName(TABLE).consistentRead(true))
                .items()
                .forEach(all::add);
        return all;
    }
}
