package dev.primegate.ingest.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The keys that one sender publishes as a JWK set. They are fetched when they are old, and once
 * more when a key is asked for that is not among them: a stranger who makes keys up cannot have
 * them fetched again and again.
 */
public final class PublishedKeys {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(30);

    private final Source source;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Map<String, PublicKey> keys = Map.of();
    private Instant fetchedAt = Instant.EPOCH;
    private Instant askedAt = Instant.EPOCH;

    public PublishedKeys(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Where the set is. */
    @FunctionalInterface
    public interface Source {
        /** The set, as JSON. */
        String fetch() throws IOException;
    }

    /**
     * The key under {@code id}, if its sender publishes it.
     *
     * @throws KeysUnavailableException if nothing is known and nothing can be fetched
     */
    Optional<PublicKey> find(String id) {
        lock.lock();
        try {
            Instant now = clock.instant();
            boolean old = !now.isBefore(fetchedAt.plus(KEPT));
            if ((old || !keys.containsKey(id)) && !now.isBefore(askedAt.plus(AT_MOST_EVERY))) {
                askedAt = now;
                fetch(now);
            }
            if (fetchedAt.equals(Instant.EPOCH)) {
                throw new KeysUnavailableException(null);
            }
            return Optional.ofNullable(keys.get(id));
        } finally {
            lock.unlock();
        }
    }

    /** Those that are held stay good while their sender cannot be reached. */
    private void fetch(Instant now) {
        try {
            keys = read(source.fetch());
            fetchedAt = now;
        } catch (IOException e) {
            if (fetchedAt.equals(Instant.EPOCH)) {
                throw new KeysUnavailableException(e);
            }
        }
    }

    private static Map<String, PublicKey> read(String json) throws IOException {
        Map<String, PublicKey> keys = new TreeMap<>();
        for (JsonNode key : JSON.readTree(json).path("keys")) {
            if ("RSA".equals(key.path("kty").textValue()) && key.path("kid").isTextual()) {
                keys.put(key.path("kid").textValue(), rsa(key));
            }
        }
        return keys;
    }

    private static PublicKey rsa(JsonNode key) throws IOException {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("not an RSA key", e);
        }
    }

    private static BigInteger number(JsonNode key, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(field).asText()));
    }

    /** The sender's keys are not known: whether a signature is good cannot be said now. */
    public static final class KeysUnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        KeysUnavailableException(@org.jspecify.annotations.Nullable Throwable cause) {
            super("the sender's published keys cannot be fetched", cause);
        }
    }
}
