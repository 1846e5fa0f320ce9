package dev.primegate.dynamodb;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Qualifier;
import jakarta.inject.Singleton;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** The two clients of the table, which differ in how often they try. */
class Clients {
    /** One call and three more. The SDK's own number depends on its version and environment. */
    static final int ATTEMPTS = 4;

    private static final Duration FIRST = Duration.ofMillis(25);
    private static final Duration LONGEST = Duration.ofMillis(200);

    /** The client that makes each call once, for who tries again himself. */
    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    @interface Untried {}

    @Produces
    @Singleton
    DynamoDbClient client(DynamoDbClientBuilder builder) {
        BackoffStrategy backoff = BackoffStrategy.exponentialDelay(FIRST, LONGEST);
        return with(
                builder,
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(ATTEMPTS)
                        .backoffStrategy(backoff)
                        .throttlingBackoffStrategy(backoff)
                        .build());
    }

    @Produces
    @Singleton
    @Untried
    DynamoDbClient untried(DynamoDbClientBuilder builder) {
        return with(builder, AwsRetryStrategy.doNotRetry());
    }

    /** Chance, for how long to wait. */
    @Produces
    @Singleton
    @DefaultBean
    RandomGenerator random() {
        return new SecureRandom();
    }

    private static DynamoDbClient with(
            DynamoDbClientBuilder builder,
            software.amazon.awssdk.retries.api.RetryStrategy strategy) {
        return builder.overrideConfiguration(
                        builder.overrideConfiguration().toBuilder().retryStrategy(strategy).build())
                .build();
    }
}
