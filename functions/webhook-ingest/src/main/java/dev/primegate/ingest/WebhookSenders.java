package dev.primegate.ingest;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.primegate.instrument.BrokerId;
import dev.primegate.runtime.Secret;
import dev.primegate.runtime.Secrets;
import io.smallrye.config.ConfigMapping;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows the senders of webhooks that sign as <a href="https://www.standardwebhooks.com">Standard
 * Webhooks</a> says: HMAC-SHA256 over id, timestamp and the raw body. A sender's next secret may
 * stand beside its present one while it rotates.
 */
@Singleton
class WebhookSenders {
    /** The library bears five minutes either way; of the future only this much is honest skew. */
    private static final Duration FUTURE = Duration.ofSeconds(30);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    private final Config config;
    private final Secrets secrets;
    private final Clock clock;

    WebhookSenders(Config config, Secrets secrets, Clock clock) {
        this.config = config;
        this.secrets = secrets;
        this.clock = clock;
    }

    boolean knows(BrokerId broker) {
        return secret(broker).isPresent();
    }

    /**
     * Whether the headers sign exactly these bytes, now, by a secret of this sender: the present
     * one, the next, or the one before while it is still taken.
     */
    boolean verify(BrokerId broker, Signature signature, byte[] body) {
        return !fromTheFuture(signature.timestamp())
                && secret(broker)
                        .filter(name ->
                                isSigned(secrets.get(name), signature, body)
                                        || secrets.previous(name)
                                                .filter(s -> isSigned(s, signature, body))
                                                .isPresent())
                        .isPresent();
    }

    private Optional<String> secret(BrokerId broker) {
        return config.senders().stream()
                .filter(sender -> sender.broker().equals(broker.name()))
                .map(Config.Sender::secret)
                .findFirst();
    }

    private static boolean isSigned(Secret secret, Signature signature, byte[] body) {
        return signingKeys(secret).anyMatch(key -> verify(key, signature, body));
    }

    private static boolean verify(String key, Signature signature, byte[] body) {
        try {
            new Webhook(key).verify(new String(body, StandardCharsets.UTF_8), signature.headers());
            return true;
        } catch (WebhookVerificationException | EmptyWebhookSecretException _) {
            return false;
        }
    }

    private static Stream<String> signingKeys(Secret secret) {
        return Stream.of(Optional.of(secret.get("signingKey")), secret.find("nextSigningKey"))
                .flatMap(Optional::stream);
    }

    private boolean fromTheFuture(String timestamp) {
        return !SECONDS.matcher(timestamp).matches()
                || Instant.ofEpochSecond(Long.parseLong(timestamp))
                        .isAfter(clock.instant().plus(FUTURE));
    }

    /** The three headers; absent ones are empty. */
    record Signature(String id, String timestamp, String signature) {
        Map<String, List<String>> headers() {
            Map<String, List<String>> headers = new TreeMap<>();
            headers.put("webhook-id", List.of(id));
            headers.put("webhook-timestamp", List.of(timestamp));
            headers.put("webhook-signature", List.of(signature));
            return headers;
        }
    }

    @ConfigMapping(prefix = "primegate.webhooks")
    interface Config {
        /** Who may send; a list, since an environment variable cannot spell a broker's name. */
        List<Sender> senders();

        /** One of them. */
        interface Sender {
            /** The broker it speaks for. */
            String broker();

            /** The name of the secret with its signing keys. */
            String secret();
        }
    }
}
