package dev.primegate.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpHeaders;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** The same client of DynamoDB that the product has, and what goes through it. */
final class Wire implements AutoCloseable {
    private final Counter counter = new Counter();
    private final DynamoDbClient client;

    Wire(URI endpoint) {
        client =
                DynamoDbClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")))
                        .httpClient(UrlConnectionHttpClient.create())
                        .overrideConfiguration(o -> o.addExecutionInterceptor(counter))
                        .build();
    }

    DynamoDbClient client() {
        return client;
    }

    /**
     * What one order moves.
     *
     * @param bytes of bodies, there and back
     * @param units of write capacity, as DynamoDB Local reckons them
     */
    record Traffic(int requests, long bytes, BigDecimal units) {}

    Traffic ofOne(Contest.Way way) throws IOException, InterruptedException {
        counter.begin(false);
        var _ = way.order(1_000_001);
        Traffic bare = counter.end();
        // To be told the units makes answers longer.
        counter.begin(true);
        var _ = way.order(1_000_002);
        return new Traffic(bare.requests, bare.bytes, counter.end().units);
    }

    @Override
    public void close() {
        client.close();
    }

    private static final class Counter implements ExecutionInterceptor {
        private boolean askUnits;
        private int requests;
        private long bytes;
        private BigDecimal units = BigDecimal.ZERO;

        void begin(boolean withUnits) {
            askUnits = withUnits;
            requests = 0;
            bytes = 0;
            units = BigDecimal.ZERO;
        }

        Traffic end() {
            askUnits = false;
            return new Traffic(requests, bytes, units);
        }

        @Override
        public SdkRequest modifyRequest(
                Context.ModifyRequest context, ExecutionAttributes attributes) {
            return askUnits && context.request() instanceof TransactWriteItemsRequest request
                    ? request.toBuilder()
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                            .build()
                    : context.request();
        }

        @Override
        public void beforeTransmission(
                Context.BeforeTransmission context, ExecutionAttributes attributes) {
            requests++;
            bytes += length(context.httpRequest());
        }

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            bytes += length(context.httpResponse());
            if (context.response() instanceof TransactWriteItemsResponse response) {
                response.consumedCapacity()
                        .forEach(c -> units = units.add(BigDecimal.valueOf(c.capacityUnits())));
            }
        }

        private static long length(SdkHttpHeaders message) {
            return message.firstMatchingHeader("Content-Length").map(Long::parseLong).orElse(0L);
        }
    }
}
