package dev.primegate.simulation.store;

import dev.primegate.simulation.world.Chances;
import dev.primegate.simulation.world.World;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The way to the table and back: it takes time, and at every call something may go wrong. */
public final class FaultyDynamo implements DynamoDbClient {
    private static final Duration LATE = Duration.ofSeconds(2);

    private final DynamoDbClient table;
    private final World world;
    private final Supplier<Chances> chances;

    /**
     * Puts the way in front of {@code table}.
     *
     * @param chances what goes wrong how often, now
     */
    public FaultyDynamo(DynamoDbClient table, World world, Supplier<Chances> chances) {
        this.table = table;
        this.world = world;
        this.chances = chances;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return read("get", () -> table.getItem(request));
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return read("batchGet", () -> table.batchGetItem(request));
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return read("query", () -> table.query(request));
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return write("put", () -> table.putItem(request));
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return write("update", () -> table.updateItem(request));
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return write("delete", () -> table.deleteItem(request));
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return write(
                "transact",
                () -> {
                    if (hits(chances.get().conflict())) {
                        throw conflict(request.transactItems().size());
                    }
                    return table.transactWriteItems(request);
                });
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    private <T> T read(String call, Supplier<T> reading) {
        arrive(call);
        T answer = reading.get();
        world.step("has read " + call);
        return answer;
    }

    private <T> T write(String call, Supplier<T> writing) {
        arrive(call);
        if (hits(chances.get().storeLate())) {
            Duration late = Duration.ofMillis(world.random().nextLong(LATE.toMillis()));
            world.later(late, () -> unheard(writing));
            throw lost();
        }
        T answer = writing.get();
        world.step("has written " + call);
        if (hits(chances.get().storeReplyLost())) {
            throw lost();
        }
        return answer;
    }

    private void arrive(String call) {
        Chances now = chances.get();
        world.step("table " + call);
        if (hits(now.frozen())) {
            world.standStill();
        }
        world.sleep(Duration.ofMillis(world.random().nextLong(12) + 1));
        if (hits(now.storeThrottled())) {
            throw ProvisionedThroughputExceededException.builder().message("too busy").build();
        }
    }

    /** It is done, or refused; nobody hears which. */
    private static void unheard(Supplier<?> writing) {
        try {
            var _ = writing.get();
        } catch (DynamoDbException _) {
            return; // Refused: then it had no effect.
        }
    }

    private boolean hits(int thousandths) {
        return Chances.hits(world.random(), thousandths);
    }

    private static SdkClientException lost() {
        return SdkClientException.create("the reply was lost");
    }

    private static TransactionCanceledException conflict(int writes) {
        CancellationReason none = CancellationReason.builder().code("None").build();
        CancellationReason conflict =
                CancellationReason.builder().code("TransactionConflict").build();
        return TransactionCanceledException.builder()
                .message("Transaction cancelled")
                .cancellationReasons(
                        java.util.stream.IntStream.range(0, writes)
                                .mapToObj(i -> i == 0 ? conflict : none)
                                .toList())
                .build();
    }
}
