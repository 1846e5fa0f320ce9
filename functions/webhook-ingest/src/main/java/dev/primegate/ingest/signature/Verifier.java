package dev.primegate.ingest.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Checks deliveries of one sender. */
public final class Verifier {
    private static final Duration OLDEST = Duration.ofMinutes(5);

    /** Of the future only this much is honest skew. */
    private static final Duration FUTURE = Duration.ofSeconds(30);

    private final Scheme scheme;
    private final Optional<PublishedKeys> published;

    /** For a sender whose keys we hold. */
    public Verifier(Scheme scheme) {
        this(scheme, Optional.empty());
    }

    /** For a sender that publishes its keys. */
    public Verifier(Scheme scheme, PublishedKeys published) {
        this(scheme, Optional.of(published));
    }

    private Verifier(Scheme scheme, Optional<PublishedKeys> published) {
        this.scheme = scheme;
        this.published = published;
    }

    /**
     * Whether the delivery was signed by the sender, not long ago.
     *
     * @param keys any of which may have signed it: while a sender rotates them there are two
     */
    public Verdict verify(Delivery delivery, Collection<String> keys, Instant now) {
        Optional<Signed> read = scheme.read(delivery);
        if (read.isEmpty()) {
            return new Verdict.Bad("no signature that can be read");
        }
        Signed signed = read.get();
        // Cheap first: who replays old news does not have us compute.
        Optional<Instant> at = signed.at();
        if (at.filter(time -> time.isBefore(now.minus(OLDEST))).isPresent()) {
            return new Verdict.Bad("stale");
        }
        if (at.filter(time -> time.isAfter(now.plus(FUTURE))).isPresent()) {
            return new Verdict.Bad("from the future");
        }
        boolean good =
                scheme.algorithm()
                        .map(algorithm -> isByOneOf(algorithm, keys, signed))
                        .orElseGet(() -> isByPublished(signed));
        return good
                ? new Verdict.Good(signed.id(), at)
                : new Verdict.Bad("signed by nobody we know");
    }

    private static boolean isByOneOf(Algorithm algorithm, Collection<String> keys, Signed signed) {
        for (String key : keys) {
            for (byte[] signature : signed.signatures()) {
                if (algorithm.verifies(key, signed.text(), signature)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isByPublished(Signed signed) {
        return published.isPresent()
                && published
                        .get()
                        .find(signed.key().orElse(""))
                        .filter(key ->
                                Algorithm.asymmetric(
                                        "SHA512withRSA",
                                        key,
                                        signed.text(),
                                        signed.signatures().getFirst()))
                        .isPresent();
    }
}
