package dev.primegate.runtime;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Secrets Manager, with what was read kept for less than five minutes. */
@Singleton
class AwsSecrets implements Secrets {
    /** Fetched again after this; a failure then is borne until {@link #STALE}. */
    private static final Duration FRESH = Duration.ofMinutes(4);

    private static final Duration STALE = Duration.ofMinutes(5);

    private final SecretsManagerClient client;
    private final Clock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    AwsSecrets(SecretsManagerClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public Secret get(String name) {
        Instant now = clock.instant();
        Held before = held.get(name);
        if (before != null && before.isWithin(FRESH, now)) {
            return before.secret;
        }
        try {
            String json = client.getSecretValue(request -> request.secretId(name)).secretString();
            Held read = new Held(Secret.parse(name, json), now);
            held.put(name, read);
            return read.secret;
        } catch (SdkException e) {
            if (before != null && before.isWithin(STALE, now)) {
                return before.secret;
            }
            throw new SecretUnavailableException(name, e);
        }
    }

    private record Held(Secret secret, Instant readAt) {
        boolean isWithin(Duration age, Instant now) {
            return now.isBefore(readAt.plus(age));
        }
    }
}
