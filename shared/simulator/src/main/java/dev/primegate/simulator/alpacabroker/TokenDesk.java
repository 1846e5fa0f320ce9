package dev.primegate.simulator.alpacabroker;

import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.Query;
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
final class TokenDesk {
    private static final String BEARER = "Bearer ";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private final AlpacaCredentials credentials;
    private final Clock clock;

    TokenDesk(AlpacaCredentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    AlpacaCredentials credentials() {
        return credentials;
    }

    /** Answers {@code POST /v1/oauth2/token}, which takes a form and no JSON. */
    Answer token(Request request) {
        if (!request.header("Content-Type").orElse("").startsWith(FORM)) {
            return error(400, "invalid_request");
        }
        Query form = Query.of(request.body());
        form.allow(Set.of("grant_type", "client_id", "client_secret"));
        if (!form.one("grant_type").orElse("").equals("client_credentials")) {
            return error(400, "unsupported_grant_type");
        }
        boolean known =
                form.one("client_id").orElse("").equals(credentials.clientId())
                        && form.one("client_secret").orElse("").equals(credentials.clientSecret());
        if (!known) {
            return error(401, "invalid_client");
        }
        String seed = "token/%d/%s".formatted(tokens.size() + 1, clock.instant());
        String token = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
        tokens.put(token, clock.instant().plus(credentials.tokenLife()));
        return Answer.json(
                200,
                Json.object()
                        .put("access_token", token)
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
        String token = header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
        if (!clock.instant().isBefore(tokens.getOrDefault(token, Instant.MIN))) {
            throw new RefusedException(401, "unauthorized.");
        }
    }

    private static Answer error(int status, String error) {
        return Answer.json(status, Json.object().put("error", error));
    }
}
