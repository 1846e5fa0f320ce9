package dev.primegate.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What an order writes: copies of the items that the product wrote for one of its own, so that they
 * are as large, under keys and in index partitions that it never looks at.
 */
final class Items {
    private static final String TABLE = "primegate";
    private static final String ACCOUNT = "R#by/hand#0";
    private static final String SYMBOL = "R#by/hand:BTC-USD";

    /** As often as the feed would. */
    private static final Duration PRICE_EVERY = Duration.ofSeconds(2);

    private final DynamoDbClient client;
    private Map<String, AttributeValue> order = Map.of();
    private Map<String, AttributeValue> admitted = Map.of();
    private Map<String, AttributeValue> reported = Map.of();
    private Map<String, AttributeValue> alias = Map.of();
    private Map<String, AttributeValue> account = Map.of();
    private Map<String, AttributeValue> symbol = Map.of();
    private Instant priced = Instant.MIN;

    Items(DynamoDbClient client) {
        this.client = client;
    }

    /** The market's price, now and then, in place of the feed. */
    void publishPrice() {
        Instant now = Instant.now();
        if (now.isBefore(priced.plus(PRICE_EVERY))) {
            return;
        }
        Map<String, AttributeValue> price = at("REF#BTC-USD", "S");
        price.put("type", AttributeValue.fromS("REFERENCE"));
        price.put("price", AttributeValue.fromN("60000"));
        price.put("at", AttributeValue.fromS(now.toString()));
        client.putItem(put -> put.tableName(TABLE).item(price));
        priced = now;
    }

    /** Takes the items of the order that {@code answer} is about for its patterns. */
    void learn(String answer) throws JsonProcessingException {
        String pk = "O#" + new ObjectMapper().readTree(answer).path("orderId").asText();
        order = indexedApart(get(pk, "S"));
        admitted = get(pk, "H#0000000001");
        reported = get(pk, "H#0000000002");
        alias = get("P#coinbase-prime#" + text(order, "brokerOrderId"), "S");
        account = get("R#demo/demo#0", "S");
        symbol = get("R#demo/demo:BTC-USD", "S");
        client.putItem(put -> put.tableName(TABLE).item(under(ACCOUNT, "S", account)));
        client.putItem(put -> put.tableName(TABLE).item(under(SYMBOL, "S", symbol)));
    }

    /** Order, history, headroom of the account and of the instrument, duplicate. */
    void admit(String id) {
        Map<String, AttributeValue> first = under("O#" + id, "S", order);
        first.remove("brokerOrderId");
        first.put("version", AttributeValue.fromN("1"));
        write(
                List.of(
                        put(first, "attribute_not_exists(pk)", Map.of()),
                        put(
                                under("O#" + id, "H#0000000001", admitted),
                                "attribute_not_exists(pk)",
                                Map.of()),
                        takeAccount(),
                        takeSymbol(),
                        duplicate(id)));
    }

    /** Order, history, alias. */
    void record(String id, String brokerOrderId) {
        write(
                List.of(
                        put(
                                under("O#" + id, "S", order),
                                "version = :before",
                                Map.of(":before", AttributeValue.fromN("1"))),
                        put(
                                under("O#" + id, "H#0000000002", reported),
                                "attribute_not_exists(pk)",
                                Map.of()),
                        put(
                                under("P#by-hand#" + brokerOrderId, "S", alias),
                                "attribute_not_exists(pk) OR orderId = :order",
                                Map.of(":order", AttributeValue.fromS(id)))));
    }

    private void write(List<TransactWriteItem> writes) {
        client.transactWriteItems(
                t -> t.transactItems(writes).clientRequestToken(UUID.randomUUID().toString()));
    }

    private TransactWriteItem takeAccount() {
        return update(
                ACCOUNT,
                "ADD hN :v0, hO :v1",
                "hN >= :v2 AND hO >= :v3 AND limN = :v4 AND limO = :v5 AND NOT contains(halted, :v6)"
                        + " AND NOT contains(halted, :v7) AND NOT contains(halted, :v8)",
                Map.of(
                        ":v0", AttributeValue.fromN("-3"),
                        ":v1", AttributeValue.fromN("-1"),
                        ":v2", AttributeValue.fromN("3"),
                        ":v3", AttributeValue.fromN("1"),
                        ":v4", value(account, "limN"),
                        ":v5", value(account, "limO"),
                        ":v6", AttributeValue.fromS("all"),
                        ":v7", AttributeValue.fromS("broker:coinbase-prime"),
                        ":v8", AttributeValue.fromS("account:demo/demo")));
    }

    private TransactWriteItem takeSymbol() {
        return update(
                SYMBOL,
                "ADD hL :v0, hS :v1",
                "limL = :v2 AND limS = :v3 AND hL >= :v4 AND NOT contains(halted, :v5)",
                Map.of(
                        ":v0", AttributeValue.fromN("-0.0001"),
                        ":v1", AttributeValue.fromN("0"),
                        ":v2", value(symbol, "limL"),
                        ":v3", value(symbol, "limS"),
                        ":v4", AttributeValue.fromN("0.0001"),
                        ":v5", AttributeValue.fromS("symbol:BTC-USD")));
    }

    private static TransactWriteItem duplicate(String id) {
        Instant now = Instant.now();
        Map<String, AttributeValue> item = at("D#" + id.repeat(3), "S");
        item.put("type", AttributeValue.fromS("DUP"));
        item.put("orderId", AttributeValue.fromS(id));
        item.put("lapsesAt", AttributeValue.fromS(now.plusSeconds(2).toString()));
        item.put("expiresAt", AttributeValue.fromN(Long.toString(now.getEpochSecond() + 2)));
        return put(
                item,
                "attribute_not_exists(pk) OR lapsesAt < :now",
                Map.of(":now", AttributeValue.fromS(now.toString())));
    }

    private static TransactWriteItem put(
            Map<String, AttributeValue> item,
            String condition,
            Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(TABLE)
                                .item(item)
                                .conditionExpression(condition)
                                .expressionAttributeValues(values.isEmpty() ? null : values)
                                .returnValuesOnConditionCheckFailure(
                                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private static TransactWriteItem update(
            String pk, String update, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .update(u ->
                        u.tableName(TABLE)
                                .key(at(pk, "S"))
                                .updateExpression(update)
                                .conditionExpression(condition)
                                .expressionAttributeValues(values)
                                .returnValuesOnConditionCheckFailure(
                                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private Map<String, AttributeValue> get(String pk, String sk) {
        Map<String, AttributeValue> item =
                client.getItem(get -> get.tableName(TABLE).key(at(pk, sk)).consistentRead(true))
                        .item();
        if (item.isEmpty()) {
            throw new IllegalStateException("the product wrote no %s %s".formatted(pk, sk));
        }
        return item;
    }

    private static Map<String, AttributeValue> indexedApart(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> apart = new HashMap<>(item);
        apart.put("duePk", AttributeValue.fromS("BYHAND#0"));
        apart.put("listPk", AttributeValue.fromS("by#hand"));
        return apart;
    }

    private static Map<String, AttributeValue> under(
            String pk, String sk, Map<String, AttributeValue> pattern) {
        Map<String, AttributeValue> item = new HashMap<>(pattern);
        item.putAll(at(pk, sk));
        return item;
    }

    private static Map<String, AttributeValue> at(String pk, String sk) {
        Map<String, AttributeValue> key = new HashMap<>();
        key.put("pk", AttributeValue.fromS(pk));
        key.put("sk", AttributeValue.fromS(sk));
        return key;
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return value(item, name).s();
    }
}
