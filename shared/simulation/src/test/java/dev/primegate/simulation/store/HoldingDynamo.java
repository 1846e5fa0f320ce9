package dev.primegate.simulation.store;

import dev.primegate.simulation.world.World;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A table whose transactions take time: between their two phases every item of theirs is held, and
 * whoever else wants to write one of them is refused, as DynamoDB does.
 */
public final class HoldingDynamo implements DynamoDbClient {
    private static final Duration WAY = Duration.ofMillis(2);

    private final DynamoDbClient table;
    private final World world;
    private final Duration hold;
    private final Set<List<AttributeValue>> held = new HashSet<>();
    private int tries;
    private int conflicts;

    /**
     * Puts transactions in front of {@code table}.
     *
     * @param hold between the phases of one
     */
    public HoldingDynamo(DynamoDbClient table, World world, Duration hold) {
        this.table = table;
        this.world = world;
        this.hold = hold;
    }

    /** How many transactions arrived, each attempt counted. */
    public int tries() {
        return tries;
    }

    /** How many of them met another. */
    public int conflicts() {
        return conflicts;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        List<List<AttributeValue>> keys =
                request.transactItems().stream().map(HoldingDynamo::key).toList();
        world.sleep(WAY);
        tries++;
        if (keys.stream().anyMatch(held::contains)) {
            conflicts++;
            throw refused(keys);
        }
        held.addAll(keys);
        world.sleep(hold);
        try {
            return table.transactWriteItems(request);
        } finally {
            keys.forEach(held::remove);
            world.sleep(WAY);
        }
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return read(() -> table.getItem(request));
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return read(() -> table.batchGetItem(request));
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return read(() -> table.query(request));
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    private <T> T read(Supplier<T> reading) {
        world.sleep(WAY);
        T answer = reading.get();
        world.sleep(WAY);
        return answer;
    }

    private TransactionCanceledException refused(List<List<AttributeValue>> keys) {
        return TransactionCanceledException.builder()
                .message("held")
                .cancellationReasons(
                        keys.stream()
                                .map(key -> held.contains(key) ? "TransactionConflict" : "None")
                                .map(code -> CancellationReason.builder().code(code).build())
                                .toList())
                .build();
    }

    private static List<AttributeValue> key(TransactWriteItem write) {
        Map<String, AttributeValue> named =
                Stream.of(
                                Optional.ofNullable(write.put()).map(w -> w.item()),
                                Optional.ofNullable(write.update()).map(w -> w.key()),
                                Optional.ofNullable(write.delete()).map(w -> w.key()),
                                Optional.ofNullable(write.conditionCheck()).map(w -> w.key()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow();
        return Stream.of("pk", "sk").map(named::get).toList();
    }
}
