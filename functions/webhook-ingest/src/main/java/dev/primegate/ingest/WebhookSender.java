package dev.primegate.ingest;

import dev.primegate.ingest.signature.Delivery;
import dev.primegate.ingest.signature.Scheme;
import dev.primegate.ingest.signature.Verdict;
import dev.primegate.ingest.signature.Verifier;
import dev.primegate.instrument.BrokerId;
import dev.primegate.runtime.Secret;
import dev.primegate.runtime.Secrets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody who may send webhooks. Its next key may stand beside its present one while it rotates.
 *
 * @param secret the name of the secret that holds its keys, if we hold them
 * @param hint whether what it says is only a reason to look at the broker's records
 */
record WebhookSender(
        BrokerId broker,
        Scheme scheme,
        Verifier verifier,
        Optional<String> secret,
        boolean hint,
        Secrets secrets) {
    /** Whether it signed exactly these bytes, not long ago. */
    Verdict verify(Delivery delivery, Instant now) {
        return verifier.verify(delivery, keys(), now);
    }

    /** Anybody may have sent what comes in its name. */
    boolean isUnsigned() {
        return scheme == Scheme.UNSIGNED;
    }

    private List<String> keys() {
        return secret.map(secrets::get).stream().flatMap(WebhookSender::keys).toList();
    }

    private static Stream<String> keys(Secret secret) {
        return Stream.of(Optional.of(secret.get("signingKey")), secret.find("nextSigningKey"))
                .flatMap(Optional::stream);
    }
}
