package dev.primegate.runtime;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * AWS Secrets Manager. Its <a
 * href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html">staging
 * labels</a> say which version is current and which was.
 */
@Singleton
class SecretsManager implements SecretSource {
    private static final String CURRENT = "AWSCURRENT";
    private static final String PREVIOUS = "AWSPREVIOUS";

    /** Made when first asked: other stores need no client. */
    private final Provider<SecretsManagerClient> client;

    SecretsManager(Provider<SecretsManagerClient> client) {
        this.client = client;
    }

    @Override
    public String id() {
        return "secrets-manager";
    }

    @Override
    public SecretVersion current(String name) {
        try {
            GetSecretValueResponse read = read(name, CURRENT);
            return new SecretVersion(Secret.parse(name, read.secretString()), read.createdDate());
        } catch (SdkException e) {
            throw new Secrets.SecretUnavailableException(name, e);
        }
    }

    @Override
    public Optional<Secret> previous(String name) {
        try {
            return Optional.of(Secret.parse(name, read(name, PREVIOUS).secretString()));
        } catch (ResourceNotFoundException _) {
            return Optional.empty(); // It was never changed.
        } catch (SdkException e) {
            throw new Secrets.SecretUnavailableException(name, e);
        }
    }

    private GetSecretValueResponse read(String name, String stage) {
        return client.get().getSecretValue(request -> request.secretId(name).versionStage(stage));
    }
}
