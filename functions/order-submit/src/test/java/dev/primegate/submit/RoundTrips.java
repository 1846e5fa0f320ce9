package dev.primegate.submit;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Every request that goes out to DynamoDB, in order; the client's own retries count as well. */
@Singleton
public class RoundTrips implements ExecutionInterceptor {
    private final List<String> made = new ArrayList<>();

    @Override
    public synchronized void beforeTransmission(
            Context.BeforeTransmission context, ExecutionAttributes attributes) {
        made.add(
                switch (context.request()) {
                    case TransactWriteItemsRequest transaction ->
                            "transaction of " + transaction.transactItems().size();
                    default -> context.request().getClass().getSimpleName();
                });
    }

    /** Those since the last call. */
    synchronized List<String> take() {
        List<String> taken = List.copyOf(made);
        made.clear();
        return taken;
    }
}
