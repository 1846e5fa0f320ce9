package dev.primegate.ingest;

import dev.primegate.ingest.signature.PublishedKeys;
import dev.primegate.ingest.signature.Scheme;
import dev.primegate.ingest.signature.Verifier;
import dev.primegate.instrument.BrokerId;
import dev.primegate.runtime.Secrets;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everybody who may send webhooks. */
@Singleton
class WebhookSenders {
    private final Map<String, WebhookSender> senders = new TreeMap<>();

    /** Throws {@link IllegalArgumentException} if one could be believed without being checked. */
    WebhookSenders(Config config, Secrets secrets, Clock clock) {
        for (Config.Sender sender : config.senders()) {
            WebhookSender known =
                    new WebhookSender(
                            new BrokerId(sender.broker()),
                            sender.scheme(),
                            verifier(sender, clock),
                            sender.secret(),
                            sender.hint(),
                            secrets);
            if (senders.put(sender.broker(), known) != null) {
                throw new IllegalArgumentException(sender.broker() + " stands twice");
            }
        }
    }

    Optional<WebhookSender> find(String name) {
        return Optional.ofNullable(senders.get(name));
    }

    private static Verifier verifier(Config.Sender sender, Clock clock) {
        boolean complete =
                sender.scheme().isByHeldKeys()
                        ? sender.secret().isPresent()
                        : sender.keys().isPresent() || sender.hint();
        if (!complete) {
            throw new IllegalArgumentException(
                    "sender %s by %s lacks its secret or keys, or is no hint"
                            .formatted(sender.broker(), sender.scheme()));
        }
        return sender.keys()
                .map(keys ->
                        new Verifier(
                                sender.scheme(), new PublishedKeys(new FetchedKeys(keys), clock)))
                .orElseGet(() -> new Verifier(sender.scheme()));
    }

    @ConfigMapping(prefix = "primegate.webhooks")
    interface Config {
        /** Who may send; a list, since an environment variable cannot spell a broker's name. */
        List<Sender> senders();

        /** One of them. */
        interface Sender {
            /** The broker it speaks for. */
            String broker();

            /** How it signs. */
            @WithDefault("standard-webhooks")
            Scheme scheme();

            /** The name of the secret with its signing keys, unless it publishes them. */
            Optional<String> secret();

            /** Where it publishes its keys, as a JWK set. */
            Optional<URI> keys();

            /** Whether what it says is not read, but only a reason to look at the records. */
            @WithDefault("false")
            boolean hint();
        }
    }
}
