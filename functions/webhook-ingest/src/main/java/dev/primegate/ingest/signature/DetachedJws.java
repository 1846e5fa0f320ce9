package dev.primegate.ingest.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * <a href="https://developers.fireblocks.com/reference/validating-webhooks">Fireblocks</a>' {@code
 * header..signature}: a JWS whose payload is the body. Only RS512 is taken, whatever its header may
 * ask for.
 */
final class DetachedJws {
    static final String ALGORITHM = "RS512";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private DetachedJws() {}

    static Optional<Signed> read(Delivery delivery) {
        String[] parts =
                delivery.header("fireblocks-webhook-signature").orElse("").split("\\.", -1);
        if (parts.length != 3 || !parts[1].isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
            if (!ALGORITHM.equals(header.path("alg").textValue())
                    || !header.path("kid").isTextual()
                    || header.has("crit")) {
                return Optional.empty();
            }
            return Optional.of(
                    new Signed(
                            Optional.empty(),
                            Optional.ofNullable(header.get("iat"))
                                    .filter(JsonNode::canConvertToLong)
                                    .map(iat -> Instant.ofEpochSecond(iat.longValue())),
                            Optional.of(header.path("kid").textValue()),
                            List.of(Signed.utf8(parts[0] + "."), URL.encode(delivery.body())),
                            List.of(Base64.getUrlDecoder().decode(parts[2]))));
        } catch (IOException | IllegalArgumentException | java.time.DateTimeException _) {
            return Optional.empty();
        }
    }
}
