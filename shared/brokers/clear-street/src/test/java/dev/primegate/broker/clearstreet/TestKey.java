package dev.primegate.broker.clearstreet;

import dev.primegate.broker.kit.CallDeadline;
import dev.primegate.runtime.Secret;
import dev.primegate.testkit.MemoryTokens;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** Credentials, and a sign-on that always gives a token. */
final class TestKey {
    private static final String TOKEN =
            "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":86400}";

    private TestKey() {}

    static Secret secret() {
        return Secret.parse(
                "clear-street",
                """
                {"client_id":"c","client_secret":"s","audience":"a",
                 "account_id":"100000","entity_id":"200000"}
                """);
    }

    static ClearStreetSignOn signOn(ClearStreetConfig config) {
        return new ClearStreetSignOn(
                _ -> Response.ok(TOKEN).build(), config, _ -> secret(), new CallDeadline());
    }

    static ClearStreetTokens tokens(ClearStreetConfig config, Clock clock) {
        return new ClearStreetTokens(signOn(config), new MemoryTokens(clock), clock, _ -> {});
    }
}
