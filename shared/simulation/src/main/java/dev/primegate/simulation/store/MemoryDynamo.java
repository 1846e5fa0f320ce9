package dev.primegate.simulation.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * DynamoDB in memory: the operations that the product calls, with the answers that DynamoDB gives.
 * A test holds each of them against DynamoDB Local. Never used by two threads at once.
 */
public final class MemoryDynamo implements DynamoDbClient {
    private static final int MOST_WRITES = 100;

    private final Rows rows = new Rows();
    private final Map<String, TransactWriteItemsRequest> tokens = new HashMap<>();

    /** Shows every item that is written to {@code watcher}. */
    public void watch(Consumer<Map<String, AttributeValue>> watcher) {
        rows.watch(watcher);
    }

    /** Every item, by partition and sort key. */
    public List<Map<String, AttributeValue>> items() {
        return rows.all();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        Map<String, AttributeValue> item = rows.get(request.key());
        return GetItemResponse.builder().item(item.isEmpty() ? null : item).build();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        Map<String, List<Map<String, AttributeValue>>> found = new HashMap<>();
        request.requestItems()
                .forEach((table, keys) -> {
                    if (new HashSet<>(keys.keys()).size() < keys.keys().size()) {
                        throw Values.invalid("a key is asked for twice");
                    }
                    found.put(
                            table,
                            keys.keys().stream().map(rows::get).filter(i -> !i.isEmpty()).toList());
                });
        return BatchGetItemResponse.builder().responses(found).unprocessedKeys(Map.of()).build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        Condition.Names names =
                new Condition.Names(
                        request.expressionAttributeNames(), request.expressionAttributeValues());
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        for (Map<String, AttributeValue> item : partition(request)) {
            if (Condition.holds(request.keyConditionExpression(), item, names)) {
                found.add(item);
            }
        }
        if (Boolean.FALSE.equals(request.scanIndexForward())) {
            found = found.reversed();
        }
        if (request.limit() != null && found.size() > request.limit()) {
            found = found.subList(0, request.limit());
        }
        return QueryResponse.builder().items(found).count(found.size()).build();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        require(
                request.item(),
                request.conditionExpression(),
                request.expressionAttributeNames(),
                request.expressionAttributeValues());
        rows.put(request.item());
        return PutItemResponse.builder().build();
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        require(
                request.key(),
                request.conditionExpression(),
                request.expressionAttributeNames(),
                request.expressionAttributeValues());
        update(
                request.key(),
                request.updateExpression(),
                new Condition.Names(
                        request.expressionAttributeNames(), request.expressionAttributeValues()));
        return UpdateItemResponse.builder().build();
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        require(
                request.key(),
                request.conditionExpression(),
                request.expressionAttributeNames(),
                request.expressionAttributeValues());
        rows.delete(request.key());
        return DeleteItemResponse.builder().build();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        TransactWriteItemsResponse done = TransactWriteItemsResponse.builder().build();
        TransactWriteItemsRequest before = tokens.get(request.clientRequestToken());
        if (before != null) {
            if (!before.equals(request)) {
                throw IdempotentParameterMismatchException.builder()
                        .message("another write came under this token")
                        .build();
            }
            return done;
        }
        List<Part> parts = request.transactItems().stream().map(Part::of).toList();
        checkShape(parts);
        List<CancellationReason> reasons = parts.stream().map(this::reason).toList();
        if (reasons.stream().anyMatch(reason -> !reason.code().equals("None"))) {
            throw TransactionCanceledException.builder()
                    .message("Transaction cancelled")
                    .cancellationReasons(reasons)
                    .build();
        }
        request.transactItems().forEach(this::write);
        if (request.clientRequestToken() != null) {
            tokens.put(request.clientRequestToken(), request);
        }
        return done;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    private Collection<Map<String, AttributeValue>> partition(QueryRequest request) {
        String hash = new Words(request.keyConditionExpression()).take();
        AttributeValue value =
                Objects.requireNonNull(
                        request.expressionAttributeValues()
                                .get(placeholder(request.keyConditionExpression())));
        return request.indexName() == null
                ? rows.partitionOf(value.s())
                : index(request.indexName(), hash).partitionOf(value.s());
    }

    private Rows.Index index(String name, String hash) {
        Rows.Index index = rows.index(name);
        if (!index.hash().equals(hash)) {
            throw Values.invalid("the index " + name + " has no key " + hash);
        }
        return index;
    }

    private static String placeholder(String keyCondition) {
        Words words = new Words(keyCondition);
        words.take();
        words.expect("=");
        return words.take();
    }

    private void require(
            Map<String, AttributeValue> key,
            @Nullable String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        if (!Condition.holds(condition, rows.get(key), new Condition.Names(names, values))) {
            throw ConditionalCheckFailedException.builder()
                    .message("The conditional request failed")
                    .build();
        }
    }

    private void update(Map<String, AttributeValue> key, String expression, Condition.Names names) {
        Map<String, AttributeValue> item = new HashMap<>(rows.get(key));
        item.putAll(key);
        rows.put(Update.of(item, expression, names));
    }

    private static void checkShape(List<Part> parts) {
        Set<Map<String, AttributeValue>> keys = new HashSet<>();
        for (Part part : parts) {
            if (!keys.add(part.key())) {
                throw Values.invalid("a transaction names an item twice");
            }
        }
        if (parts.size() > MOST_WRITES) {
            throw Values.invalid("a transaction has more than " + MOST_WRITES + " writes");
        }
    }

    private CancellationReason reason(Part part) {
        Map<String, AttributeValue> item = rows.get(part.key());
        boolean holds =
                Condition.holds(
                        part.condition(), item, new Condition.Names(part.names(), part.values()));
        CancellationReason.Builder reason = CancellationReason.builder();
        return holds
                ? reason.code("None").build()
                : reason.code("ConditionalCheckFailed")
                        .message("The conditional request failed")
                        .item(part.showsOld() && !item.isEmpty() ? item : null)
                        .build();
    }

    private void write(TransactWriteItem write) {
        if (write.put() != null) {
            rows.put(write.put().item());
        } else if (write.update() != null) {
            update(
                    write.update().key(),
                    write.update().updateExpression(),
                    new Condition.Names(
                            write.update().expressionAttributeNames(),
                            write.update().expressionAttributeValues()));
        } else if (write.delete() != null) {
            rows.delete(write.delete().key());
        }
    }
}
