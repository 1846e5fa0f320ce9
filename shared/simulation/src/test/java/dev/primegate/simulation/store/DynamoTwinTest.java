package dev.primegate.simulation.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.embedded.EmbeddedDynamo;
import dev.primegate.embedded.TableDefinition;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The same calls, by chance, to our double and to DynamoDB Local: the same answers. */
class DynamoTwinTest {
    private static final String TABLE = "twin";
    private static final int CALLS = 1_500;
    private static final List<String> CONDITIONS =
            List.of(
                    "attribute_not_exists(pk)",
                    "attribute_exists(n)",
                    "n >= :n AND NOT contains(tags, :tag)",
                    "n < :n OR txt = :txt",
                    "attribute_not_exists(#px) OR #px < :n",
                    "n = :n AND attribute_exists(tags)",
                    "NOT contains(tags, :tag)",
                    "txt <= :txt",
                    "#owner = :txt AND attribute_exists(n)",
                    "#owner >= txt");
    private static final List<String> UPDATES =
            List.of(
                    "ADD n :n",
                    "SET txt = :txt, duePk = :txt, dueAt = :at",
                    "ADD n :n, tags :tags SET txt = :txt",
                    "DELETE tags :tags ADD n :n",
                    "REMOVE dueAt",
                    "SET #owner = :txt",
                    "SET #px = :n, txt = :txt",
                    "SET txt = :txt REMOVE #px, dueAt",
                    "REMOVE dueAt");

    private static Optional<EmbeddedDynamo> local = Optional.empty();

    private final SplittableRandom random = new SplittableRandom(20261121);
    private final MemoryDynamo twin = new MemoryDynamo();

    @BeforeAll
    static void start() throws IOException {
        EmbeddedDynamo started = EmbeddedDynamo.start(Optional.empty());
        local = Optional.of(started);
        new TableDefinition(Files.readString(Path.of("../dynamodb/table.json")))
                .create(started.client(), TABLE);
    }

    @AfterAll
    static void stop() {
        local.ifPresent(EmbeddedDynamo::close);
    }

    @Test
    void everyCallIsAnsweredAlike() {
        DynamoDbClient real = local.orElseThrow().client();
        for (int i = 0; i < CALLS; i++) {
            Function<DynamoDbClient, Object> call = call();
            assertThat(answer(call, twin)).as("call %d", i).isEqualTo(answer(call, real));
        }
        for (int pk = 0; pk < 4; pk++) {
            Function<DynamoDbClient, Object> all = query("pk = :v", "p" + pk, null, null);
            assertThat(answer(all, twin)).isEqualTo(answer(all, real));
        }
    }

    private Function<DynamoDbClient, Object> call() {
        return switch (random.nextInt(9)) {
            case 0 -> get();
            case 1 -> batchGet();
            case 2 -> put();
            case 3, 4 -> update();
            case 5 -> delete();
            case 6 -> query("pk = :v AND begins_with(sk, :w)", "p" + random.nextInt(4), "s", null);
            case 7 -> query("duePk = :v AND dueAt <= :w", text(), at(), "due");
            default -> transact();
        };
    }

    private Function<DynamoDbClient, Object> get() {
        Map<String, AttributeValue> key = key();
        return client ->
                plain(
                        client.getItem(get -> get.tableName(TABLE).key(key).consistentRead(true))
                                .item());
    }

    private Function<DynamoDbClient, Object> batchGet() {
        List<Map<String, AttributeValue>> keys =
                List.of(
                        Map.of("pk", s("p0"), "sk", s("s0")),
                        Map.of("pk", s("p1"), "sk", s("s1")),
                        Map.of("pk", s("p2"), "sk", s("s2")));
        return client ->
                new HashSet<>(
                        client
                                .batchGetItem(batch ->
                                        batch.requestItems(
                                                Map.of(
                                                        TABLE,
                                                        KeysAndAttributes.builder()
                                                                .keys(keys)
                                                                .consistentRead(true)
                                                                .build())))
                                .responses()
                                .getOrDefault(TABLE, List.of())
                                .stream()
                                .map(DynamoTwinTest::plain)
                                .toList());
    }

    private Function<DynamoDbClient, Object> put() {
        Map<String, AttributeValue> item = item();
        String condition = pick(CONDITIONS);
        Map<String, AttributeValue> values = valuesOf(condition);
        Map<String, String> names = namesOf(condition);
        return client ->
                client.putItem(put ->
                                put.tableName(TABLE)
                                        .item(item)
                                        .conditionExpression(condition)
                                        .expressionAttributeNames(names)
                                        .expressionAttributeValues(
                                                values.isEmpty() ? null : values))
                        .attributes();
    }

    private Function<DynamoDbClient, Object> update() {
        Map<String, AttributeValue> key = key();
        String update = pick(UPDATES);
        String condition = pick(CONDITIONS);
        Map<String, AttributeValue> values = valuesOf(update + " " + condition);
        Map<String, String> names = namesOf(update + condition);
        return client ->
                client.updateItem(u ->
                                u.tableName(TABLE)
                                        .key(key)
                                        .updateExpression(update)
                                        .conditionExpression(condition)
                                        .expressionAttributeNames(names)
                                        .expressionAttributeValues(
                                                values.isEmpty() ? null : values))
                        .attributes();
    }

    private Function<DynamoDbClient, Object> delete() {
        Map<String, AttributeValue> key = key();
        return client -> client.deleteItem(d -> d.tableName(TABLE).key(key)).attributes();
    }

    private Function<DynamoDbClient, Object> query(
            String condition, String v, @Nullable String w, @Nullable String index) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":v", s(v));
        if (w != null) {
            values.put(":w", s(w));
        }
        return client ->
                client
                        .query(
                                QueryRequest.builder()
                                        .tableName(TABLE)
                                        .indexName(index)
                                        .keyConditionExpression(condition)
                                        .expressionAttributeValues(values)
                                        .build())
                        .items()
                        .stream()
                        .map(item -> Rows.text(item, "pk") + Rows.text(item, "sk"))
                        // Equal sort keys of an index come in no promised order.
                        .sorted()
                        .toList();
    }

    private Function<DynamoDbClient, Object> transact() {
        List<TransactWriteItem> writes = new ArrayList<>();
        int several = 1 + random.nextInt(3);
        // DynamoDB refuses a transaction that names an item twice, and so does the twin; DynamoDB
        // Local does not always.
        Set<Map<String, AttributeValue>> named = new HashSet<>();
        for (int i = 0; i < several; i++) {
            TransactWriteItem write = write();
            if (named.add(Part.of(write).key())) {
                writes.add(write);
            }
        }
        return client ->
                client.transactWriteItems(t -> t.transactItems(writes)).hasItemCollectionMetrics();
    }

    private TransactWriteItem write() {
        String condition = pickPlain(CONDITIONS);
        Map<String, AttributeValue> key = key();
        Map<String, AttributeValue> item = item();
        String update = pickPlain(UPDATES);
        return switch (random.nextInt(4)) {
            case 0 ->
                    TransactWriteItem.builder()
                            .put(p ->
                                    p.tableName(TABLE)
                                            .item(item)
                                            .conditionExpression(condition)
                                            .expressionAttributeNames(namesOf(condition))
                                            .expressionAttributeValues(orNull(condition))
                                            .returnValuesOnConditionCheckFailure(
                                                    ReturnValuesOnConditionCheckFailure.ALL_OLD))
                            .build();
            case 1 ->
                    TransactWriteItem.builder()
                            .delete(d ->
                                    d.tableName(TABLE)
                                            .key(key)
                                            .conditionExpression(condition)
                                            .expressionAttributeNames(namesOf(condition))
                                            .expressionAttributeValues(orNull(condition)))
                            .build();
            case 2 ->
                    TransactWriteItem.builder()
                            .conditionCheck(c ->
                                    c.tableName(TABLE)
                                            .key(key)
                                            .conditionExpression(condition)
                                            .expressionAttributeNames(namesOf(condition))
                                            .expressionAttributeValues(orNull(condition))
                                            .returnValuesOnConditionCheckFailure(
                                                    ReturnValuesOnConditionCheckFailure.ALL_OLD))
                            .build();
            default ->
                    TransactWriteItem.builder()
                            .update(u ->
                                    u.tableName(TABLE)
                                            .key(key)
                                            .updateExpression(update)
                                            .conditionExpression(condition)
                                            .expressionAttributeNames(
                                                    namesOf(update + " " + condition))
                                            .expressionAttributeValues(
                                                    orNull(update + " " + condition))
                                            .returnValuesOnConditionCheckFailure(
                                                    ReturnValuesOnConditionCheckFailure.ALL_OLD))
                            .build();
        };
    }

    /** The product names no attribute so in a transaction. */
    private String pickPlain(List<String> all) {
        return pick(all.stream().filter(each -> !each.contains("#")).toList());
    }

    private @Nullable Map<String, AttributeValue> orNull(String expression) {
        Map<String, AttributeValue> values = valuesOf(expression);
        return values.isEmpty() ? null : values;
    }

    /** What is there, or what kind of refusal came, with what it shows. */
    private static Object answer(Function<DynamoDbClient, Object> call, DynamoDbClient client) {
        try {
            return call.apply(client);
        } catch (TransactionCanceledException e) {
            return e.cancellationReasons().stream()
                    .map(reason -> reason.code() + " " + plain(reason.item()))
                    .toList();
        } catch (DynamoDbException e) {
            return e.getClass().getSimpleName();
        }
    }

    /** In one order, and numbers without the zeros that DynamoDB trims and DynamoDB Local keeps. */
    private static Map<String, Object> plain(Map<String, AttributeValue> item) {
        Map<String, Object> plain = new TreeMap<>(item);
        plain.replaceAll((_, value) ->
                ((AttributeValue) value).n() == null
                        ? value
                        : new BigDecimal(((AttributeValue) value).n()).stripTrailingZeros());
        return plain;
    }

    /**
     * A word of DynamoDB's own and a name that no expression can spell; those that are not used are
     * refused.
     */
    private static @Nullable Map<String, String> namesOf(String expression) {
        Map<String, String> names = new HashMap<>();
        if (expression.contains("#owner")) {
            names.put("#owner", "owner");
        }
        if (expression.contains("#px")) {
            names.put("#px", "px/one-source");
        }
        return names.isEmpty() ? null : names;
    }

    /** Exactly the values that an expression names: DynamoDB refuses others. */
    private Map<String, AttributeValue> valuesOf(String expression) {
        Map<String, AttributeValue> values = new HashMap<>();
        for (String word : expression.split("[^:\\w]+", -1)) {
            switch (word) {
                case ":n" -> values.put(word, number());
                case ":txt" -> values.put(word, s(text()));
                case ":at" -> values.put(word, s(at()));
                case ":tag" -> values.put(word, s(text()));
                case ":tags" -> values.put(word, tags());
                default -> {}
            }
        }
        return values;
    }

    private Map<String, AttributeValue> item() {
        Map<String, AttributeValue> item = new HashMap<>(key());
        if (random.nextBoolean()) {
            item.put("n", number());
        }
        if (random.nextBoolean()) {
            item.put("txt", s(text()));
        }
        if (random.nextBoolean()) {
            item.put("owner", s(text()));
        }
        if (random.nextBoolean()) {
            item.put("tags", tags());
        }
        if (random.nextBoolean()) {
            item.put("duePk", s(text()));
            item.put("dueAt", s(at()));
        }
        return item;
    }

    private Map<String, AttributeValue> key() {
        return Map.of("pk", s("p" + random.nextInt(4)), "sk", s("s" + random.nextInt(5)));
    }

    private AttributeValue number() {
        return AttributeValue.fromN(
                List.of("0", "1", "-1", "2.5", "0.0000000001", "100", "-7.25")
                        .get(random.nextInt(7)));
    }

    private AttributeValue tags() {
        return AttributeValue.fromSs(random.nextBoolean() ? List.of(text()) : List.of("a", "b"));
    }

    private String text() {
        return List.of("a", "b", "c").get(random.nextInt(3));
    }

    private String at() {
        return "2026-11-0" + (1 + random.nextInt(9));
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }
}
