package dev.primegate.simulator.clearstreet;

import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Gives tokens for a client's secret, and lets in who brings one that has not expired. */
final class TokenDoor {
    private static final String BEARER = "Bearer ";
    private static final Set<String> FIELDS =
            Set.of("grant_type", "client_id", "client_secret", "audience");

    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private final ClearStreetCredentials credentials;
    private final Clock clock;

    TokenDoor(ClearStreetCredentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    ClearStreetCredentials credentials() {
        return credentials;
    }

    /** Answers {@code POST /oauth/token} as Auth0 does, with its own kind of error. */
    Answer token(Request request) {
        Fields fields = Fields.exactly(request.body(), FIELDS);
        boolean known =
                fields.required("grant_type").equals("client_credentials")
                        && fields.required("client_id").equals(credentials.clientId())
                        && fields.required("client_secret").equals(credentials.clientSecret())
                        && fields.required("audience").equals(credentials.audience());
        if (!known) {
            return Answer.json(
                    401,
                    Json.object()
                            .put("error", "access_denied")
                            .put("error_description", "Unauthorized"));
        }
        int number = tokens.size() + 1;
        String token =
                UUID.nameUUIDFromBytes(
                                ("token/" + number + "/" + clock.instant())
                                        .getBytes(StandardCharsets.UTF_8))
                        .toString();
        tokens.put(token, clock.instant().plus(credentials.tokenLife()));
        return Answer.json(
                200,
                Json.object()
                        .put("access_token", token)
                        .put("scope", "studio")
                        .put("expires_in", credentials.tokenLife().toSeconds())
                        .put("token_type", "Bearer"));
    }

    /**
     * Returns if all is well.
     *
     * @throws RefusedException with status 401 otherwise
     */
    void check(Request request) {
        String header = request.header("Authorization").orElse("");
        if (!header.startsWith(BEARER)) {
            throw new RefusedException(401, "a bearer token is required");
        }
        Instant _ = expiry(header.substring(BEARER.length()));
    }

    /** Until when {@code token} opens the door. */
    Instant expiry(String token) {
        Instant end = tokens.get(token);
        if (end == null || !clock.instant().isBefore(end)) {
            throw new RefusedException(401, "the token is not valid, or no longer");
        }
        return end;
    }
}
