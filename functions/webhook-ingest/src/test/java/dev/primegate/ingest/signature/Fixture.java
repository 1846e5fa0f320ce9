package dev.primegate.ingest.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A webhook as a sender signs it, made by other hands than ours. */
final class Fixture {
    static final Instant SIGNED_AT = Instant.parse("2026-11-02T10:00:00Z");

    final Scheme scheme;
    final Map<String, String> headers = new TreeMap<>();
    final byte[] body;
    private final Map<String, String> settings = new TreeMap<>();

    private Fixture(Scheme scheme, byte[] file) {
        this.scheme = scheme;
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        for (String line : text.substring(0, end).split("\n", -1)) {
            if (line.startsWith("# ")) {
                String[] setting = line.substring(2).split(" ", 2);
                settings.put(setting[0], setting[1]);
            } else {
                String[] header = line.split(": ", 2);
                headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
            }
        }
        body = text.substring(end + 2).getBytes(StandardCharsets.ISO_8859_1);
    }

    static Fixture of(Scheme scheme) {
        String name =
                "/signatures/%s.http"
                        .formatted(scheme.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        try (InputStream file = Fixture.class.getResourceAsStream(name)) {
            return new Fixture(scheme, Objects.requireNonNull(file, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String key() {
        return Objects.requireNonNull(settings.get("key"));
    }

    Delivery delivery() {
        return delivery(headers, body);
    }

    static Delivery delivery(Map<String, String> headers, byte[] body) {
        return new Delivery(name -> Optional.ofNullable(headers.get(name)), body);
    }

    Verdict verify(Delivery delivery, Instant now, String... keys) {
        String jwks = settings.get("jwks");
        Verifier verifier =
                jwks == null
                        ? new Verifier(scheme)
                        : new Verifier(scheme, new PublishedKeys(() -> jwks, Clock.systemUTC()));
        return verifier.verify(delivery, List.of(keys), now);
    }

    Verdict verify(Delivery delivery) {
        return verify(delivery, SIGNED_AT, key());
    }
}
