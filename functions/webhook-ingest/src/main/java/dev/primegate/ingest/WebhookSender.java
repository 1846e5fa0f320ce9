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
    /**
     * Whether it signed exactly these bytes, not long ago: by the present key, the next, or the one
     * before while it is still taken.
     */
    Verdict verify(Delivery delivery, Instant now) {
        List<String> present = secret.map(secrets::get).map(WebhookSender::keys).orElse(List.of());
        return switch (verifier.verify(delivery, present, now)) {
            case Verdict.Good good -> good;
            case Verdict.Bad bad ->
                    secret.flatMap(secrets::previous)
                            .map(before -> verifier.verify(delivery, keys(before), now))
                            .orElse(bad);
        };
    }

    /** Anybody may have sent what comes in its name. */
    boolean isUnsigned() {
        return scheme == Scheme.UNSIGNED;
    }

    private static List<String> keys(Secret secret) {
        return Stream.of(Optional.of(secret.get("signingKey")), secret.find("nextSigningKey"))
                .flatMap(Optional::stream)
                .toList();
    }
}
