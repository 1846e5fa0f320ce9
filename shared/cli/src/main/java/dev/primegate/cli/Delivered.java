package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A webhook as it came and was saved: {@code {"broker", "headers": {name: text}, "body"}}.
 *
 * @param headers by name in lower case, without those that belong to a connection
 * @param body every character that was signed
 */
record Delivered(String broker, Map<String, String> headers, String body) {
    private static final Set<String> OF_CONNECTION =
            Set.of("host", "content-length", "connection", "content-type", "transfer-encoding");

    private static final String MAC = "HmacSHA256";
    private static final String ID = "webhook-id";
    private static final String KEY_PREFIX = "whsec_";

    Delivered {
        Map<String, String> kept = new TreeMap<>();
        headers.forEach((name, text) -> kept.put(name.toLowerCase(Locale.ROOT), text));
        kept.keySet().removeAll(OF_CONNECTION);
        headers = Map.copyOf(kept);
    }

    /**
     * Reads a file.
     *
     * @throws RefusedException if it is not such a webhook
     */
    static Delivered read(Path file) {
        try {
            JsonNode saved = Json.read(Files.readString(file));
            Map<String, String> headers = new LinkedHashMap<>();
            saved.path("headers")
                    .properties()
                    .forEach(one -> headers.put(one.getKey(), one.getValue().asText()));
            if (!saved.path("broker").isTextual() || !saved.path("body").isTextual()) {
                throw new RefusedException(
                        "expected {\"broker\", \"headers\", \"body\"}, the body as text, in "
                                + file);
            }
            return new Delivered(
                    saved.path("broker").asText(), headers, saved.path("body").asText());
        } catch (IOException e) {
            throw new RefusedException("cannot read " + e.getMessage());
        }
    }

    /**
     * The same event, signed at {@code now} as Standard Webhooks has it; its id stays, by which a
     * repeat is known.
     *
     * @throws RefusedException if it has no id, or {@code key} is none
     */
    Delivered signed(String key, Instant now) {
        String id = headers.getOrDefault(ID, "");
        if (id.isEmpty()) {
            throw new RefusedException("expected a header " + ID + ", found " + headers.keySet());
        }
        String at = Long.toString(now.getEpochSecond());
        return new Delivered(
                broker,
                Map.of(
                        ID,
                        id,
                        "webhook-timestamp",
                        at,
                        "webhook-signature",
                        "v1," + hmac(key, id + "." + at + "." + body)),
                body);
    }

    String path() {
        return "/v1/webhooks/" + Http.part(broker);
    }

    /** What is sent, as a change that a dry run shows. */
    Change asChange() {
        ObjectNode shown = Json.object();
        ObjectNode all = shown.putObject("headers");
        new TreeMap<>(headers).forEach(all::put);
        return Change.of("POST", path(), shown.put("body", body));
    }

    private static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            String base64 = key.startsWith(KEY_PREFIX) ? key.substring(KEY_PREFIX.length()) : key;
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(base64), MAC));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new RefusedException("expected a signing key in base64: " + e.getMessage());
        }
    }
}
