package dev.primegate.submit;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Every request that goes out to DynamoDB, in order; the client's own retries count as well. One
 * that deletes does not go out: in AWS this function may not.
 */
@Singleton
public class RoundTrips implements ExecutionInterceptor {
    private final List<String> made = new ArrayList<>();
    private final List<String> beside = new ArrayList<>();
    private boolean another;

    @Override
    public synchronized void beforeTransmission(
            Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (!another) {
            refuseToDelete(context.request());
        }
        switch (context.request()) {
            case TransactWriteItemsRequest transaction ->
                    made.add("transaction of " + transaction.transactItems().size());
            case GetItemRequest get when pk(get.key()).startsWith("B#") -> beside.add("pause");
            case UpdateItemRequest update when pk(update.key()).startsWith("RL#") ->
                    beside.add("token");
            default -> made.add(context.request().getClass().getSimpleName());
        }
    }

    private static void refuseToDelete(SdkRequest request) {
        boolean deletes =
                request instanceof DeleteItemRequest
                        || (request instanceof TransactWriteItemsRequest transaction
                                && transaction.transactItems().stream()
                                        .anyMatch(item -> item.delete() != null));
        if (deletes) {
            throw new IllegalStateException("order-submit may delete nothing");
        }
    }

    /** Runs what another function does, which may delete. */
    void asAnother(Runnable work) {
        another(true);
        try {
            work.run();
        } finally {
            another(false);
        }
    }

    private synchronized void another(boolean begins) {
        another = begins;
    }

    /** Those of the rate budget: they go beside the admission, and nobody waits for them alone. */
    synchronized List<String> takeBeside() {
        List<String> taken = List.copyOf(beside);
        beside.clear();
        return taken;
    }

    private static String pk(Map<String, AttributeValue> key) {
        return Objects.requireNonNull(key.get("pk")).s();
    }

    /** Those since the last call. */
    synchronized List<String> take() {
        List<String> taken = List.copyOf(made);
        made.clear();
        beside.clear();
        return taken;
    }
}
