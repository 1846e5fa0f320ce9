package dev.primegate.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.primegate.runtime.Secret;
import dev.primegate.runtime.SecretSource;
import dev.primegate.runtime.SecretVersion;
import dev.primegate.runtime.Secrets.SecretUnavailableException;
import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.VaultClientException;
import io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2ReadSecretData;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * HashiCorp Vault's <a href="https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2">key-value
 * engine, version two</a>: each secret is an object of strings with numbered versions, the latest
 * of which is current.
 */
@Singleton
class VaultSecrets implements SecretSource {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int NOT_FOUND = 404;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Made when first asked: whoever keeps secrets elsewhere has no Vault. */
    private final Provider<VaultClient> client;

    private final String mount;

    /**
     * Asks nobody yet.
     *
     * @param mount where Vault's key-value engine is mounted
     */
    @Inject
    VaultSecrets(
            Provider<VaultClient> client,
            @ConfigProperty(name = "primegate.vault.mount", defaultValue = "secret") String mount) {
        this.client = client;
        this.mount = mount;
    }

    @Override
    public String id() {
        return "vault";
    }

    @Override
    public SecretVersion current(String name) {
        VaultSecretsKV2ReadSecretData read =
                awaited(name, engine -> engine.readSecret(name))
                        .orElseThrow(() ->
                                new SecretUnavailableException(name, "there is no such secret"));
        return new SecretVersion(
                secret(name, read), read.getMetadata().getCreatedTime().toInstant());
    }

    @Override
    public Optional<Secret> previous(String name) {
        int latest =
                awaited(name, engine -> engine.readSecret(name))
                        .map(read -> read.getMetadata().getVersion())
                        .orElse(0);
        return latest < 2
                ? Optional.empty()
                : awaited(name, engine -> engine.readSecret(name, latest - 1))
                        .map(read -> secret(name, read));
    }

    /** What is not there, or was deleted, is empty. */
    private Optional<VaultSecretsKV2ReadSecretData> awaited(String name, Call call) {
        try {
            return Optional.of(
                    call.on(client.get().secrets().kv2(mount))
                            .toCompletableFuture()
                            .get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SecretUnavailableException(name, e);
        } catch (TimeoutException e) {
            throw new SecretUnavailableException(name, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof VaultClientException refused
                    && refused.getStatus() != null
                    && refused.getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw new SecretUnavailableException(name, e);
        }
    }

    private static Secret secret(String name, VaultSecretsKV2ReadSecretData read) {
        try {
            return Secret.parse(name, JSON.writeValueAsString(read.getData()));
        } catch (JsonProcessingException _) {
            // The cause quotes its source: it must not travel.
            throw new SecretUnavailableException(name, "it is no object of strings");
        }
    }

    /** A read of the engine. */
    private interface Call {
        CompletionStage<VaultSecretsKV2ReadSecretData> on(
                io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2 engine);
    }
}
