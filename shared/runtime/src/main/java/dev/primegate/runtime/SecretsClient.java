package dev.primegate.runtime;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

/** The client of Secrets Manager, with the number of its attempts said. */
class SecretsClient {
    /** One call and three more; nobody above it tries again. */
    static final int ATTEMPTS = 4;

    @Produces
    @Singleton
    SecretsManagerClient client(SecretsManagerClientBuilder builder) {
        return builder.overrideConfiguration(
                        builder.overrideConfiguration().toBuilder()
                                .retryStrategy(
                                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                                .maxAttempts(ATTEMPTS)
                                                .build())
                                .build())
                .build();
    }
}
