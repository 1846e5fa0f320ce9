package dev.primegate.dynamodb;

import dev.primegate.dynamodb.Clients.Untried;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The table: every read of it is consistent unless it is of an index. */
@Singleton
class Table {
    /** More pages than any honest answer has. */
    private static final int MAX_PAGES = 1_000;

    private final DynamoDbClient client;
    private final DynamoDbClient untried;
    private final String name;

    @Inject
    Table(DynamoDbClient client, @Untried DynamoDbClient untried, TableConfig config) {
        this.client = client;
        this.untried = untried;
        this.name = config.name();
    }

    /** Over one client, whatever it does by itself. */
    Table(DynamoDbClient client, TableConfig config) {
        this(client, client, config);
    }

    DynamoDbClient client() {
        return client;
    }

    /** Makes each call once: for transactions, which are tried again with their own token. */
    DynamoDbClient untried() {
        return untried;
    }

    String name() {
        return name;
    }

    Optional<Item> get(Key key) {
        var answer =
                client.getItem(
                        get -> get.tableName(name).key(key.attributes()).consistentRead(true));
        return answer.hasItem() ? Optional.of(new Item(answer.item())) : Optional.empty();
    }

    /** The items that exist, by key; all of them in one round trip. */
    Map<Key, Item> getAll(List<Key> keys) {
        Map<Key, Item> found = new HashMap<>();
        for (int from = 0; from < keys.size(); from += 100) {
            List<Key> page = keys.subList(from, Math.min(from + 100, keys.size()));
            found.putAll(getPage(page.stream().map(Key::attributes).toList()));
        }
        return found;
    }

    private Map<Key, Item> getPage(List<Map<String, AttributeValue>> keys) {
        Map<Key, Item> found = new HashMap<>();
        Map<String, KeysAndAttributes> left =
                Map.of(name, KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
        for (int round = 0; !left.isEmpty(); round++) {
            if (round == 20) {
                throw new IllegalStateException("DynamoDB leaves keys unread: " + left);
            }
            Map<String, KeysAndAttributes> asked = left;
            var answer = client.batchGetItem(batch -> batch.requestItems(asked));
            for (Map<String, AttributeValue> item :
                    answer.responses().getOrDefault(name, List.of())) {
                found.put(new Key(text(item, "pk"), text(item, "sk")), new Item(item));
            }
            left = answer.unprocessedKeys();
        }
        return found;
    }

    /** Every item of one partition, in the order of their sort keys. */
    List<Item> query(String pk) {
        return pages(
                QueryRequest.builder()
                        .tableName(name)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)))
                        .build());
    }

    /** Those of them whose sort key begins with {@code prefix}. */
    List<Item> query(String pk, String prefix) {
        return pages(
                QueryRequest.builder()
                        .tableName(name)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                        .expressionAttributeValues(
                                Map.of(
                                        ":pk", AttributeValue.fromS(pk),
                                        ":prefix", AttributeValue.fromS(prefix)))
                        .build());
    }

    /** The last of those, last first. */
    List<Item> latest(String pk, String prefix, int limit) {
        return client
                .query(query ->
                        query.tableName(name)
                                .consistentRead(true)
                                .scanIndexForward(false)
                                .limit(limit)
                                .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":pk", AttributeValue.fromS(pk),
                                                ":prefix", AttributeValue.fromS(prefix))))
                .items()
                .stream()
                .map(Item::new)
                .toList();
    }

    /** Those of them whose sort key is in a range, its ends included. */
    List<Item> query(String pk, String from, String to) {
        return pages(
                QueryRequest.builder()
                        .tableName(name)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(
                                Map.of(
                                        ":pk", AttributeValue.fromS(pk),
                                        ":from", AttributeValue.fromS(from),
                                        ":to", AttributeValue.fromS(to)))
                        .build());
    }

    /** The first of those in a range. */
    Page page(String pk, String from, String to, int limit) {
        QueryResponse answer =
                client.query(query ->
                        query.tableName(name)
                                .consistentRead(true)
                                .limit(limit)
                                .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":pk", AttributeValue.fromS(pk),
                                                ":from", AttributeValue.fromS(from),
                                                ":to", AttributeValue.fromS(to))));
        return new Page(
                answer.items().stream().map(Item::new).toList(),
                answer.hasLastEvaluatedKey() || answer.items().size() == limit);
    }

    /** Items of a partition, and whether there may be more behind them. */
    record Page(List<Item> items, boolean more) {}

    /** One page of an index: keys only, and perhaps a moment old. */
    List<Key> queryIndex(QueryRequest.Builder query) {
        return client.query(query.tableName(name).build()).items().stream()
                .map(item -> new Key(text(item, "pk"), text(item, "sk")))
                .collect(Collectors.toList());
    }

    /** Every page of an index: keys only, and perhaps a moment old. */
    List<Key> queryWholeIndex(QueryRequest.Builder query) {
        return pages(query.tableName(name).build()).stream()
                .map(item -> new Key(item.text("pk"), item.text("sk")))
                .toList();
    }

    void put(Item item) {
        client.putItem(put -> put.tableName(name).item(item.attributes()));
    }

    /**
     * Puts {@code item} if {@code condition} holds; otherwise what is there stays.
     *
     * @return whether it held
     */
    boolean putIf(
            Item item,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        try {
            client.putItem(put ->
                    put.tableName(name)
                            .item(item.attributes())
                            .conditionExpression(condition)
                            .expressionAttributeNames(names.isEmpty() ? null : names)
                            .expressionAttributeValues(values.isEmpty() ? null : values));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    /**
     * Updates the item at {@code key} if {@code condition} holds, and makes it if there is none.
     *
     * @return whether it held
     */
    boolean updateIf(
            Key key,
            String update,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        try {
            client.updateItem(u ->
                    u.tableName(name)
                            .key(key.attributes())
                            .updateExpression(update)
                            .conditionExpression(condition)
                            .expressionAttributeNames(names.isEmpty() ? null : names)
                            .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    void delete(Key key) {
        client.deleteItem(delete -> delete.tableName(name).key(key.attributes()));
    }

    void putIfAbsent(Item item) {
        var _ = putIf(item, "attribute_not_exists(pk)", Map.of(), Map.of());
    }

    private List<Item> pages(QueryRequest first) {
        List<Item> items = new ArrayList<>();
        QueryRequest query = first;
        for (int page = 0; page < MAX_PAGES; page++) {
            QueryResponse answer = client.query(query);
            answer.items().forEach(item -> items.add(new Item(item)));
            if (!answer.hasLastEvaluatedKey()) {
                return items;
            }
            query = query.toBuilder().exclusiveStartKey(answer.lastEvaluatedKey()).build();
        }
        throw new IllegalStateException("a query has more than " + MAX_PAGES + " pages");
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }
}
