package dev.primegate.broker.clearstreet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.broker.kit.CallDeadline;
import dev.primegate.broker.kit.Grant;
import dev.primegate.broker.kit.SignOnReplies;
import dev.primegate.broker.kit.TokenClient;
import dev.primegate.order.Digest;
import dev.primegate.runtime.Secrets;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** Asks for a token with the client's credentials; once, whatever comes back. */
@Singleton
class ClearStreetSignOn {
    private final ClearStreetAuthApi api;
    private final ClearStreetConfig config;
    private final Secrets secrets;
    private final CallDeadline deadline;

    ClearStreetSignOn(
            ClearStreetAuthApi api,
            ClearStreetConfig config,
            Secrets secrets,
            CallDeadline deadline) {
        this.api = api;
        this.config = config;
        this.secrets = secrets;
        this.deadline = deadline;
    }

    ClearStreetKey key() {
        return ClearStreetKey.of(secrets.get(config.secret()));
    }

    TokenClient client() {
        ClearStreetKey key = key();
        return new TokenClient(name(key), key.clientSecret(), () -> ask(key));
    }

    private String name(ClearStreetKey key) {
        String whose = Digest.hex(key.clientId(), key.audience(), config.authUrl().toString());
        return ClearStreetMapping.BROKER + "#" + whose.substring(0, 16);
    }

    private Grant ask(ClearStreetKey key) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("grant_type", "client_credentials");
        json.put("client_id", key.clientId());
        json.put("client_secret", key.clientSecret());
        json.put("audience", key.audience());
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        return SignOnReplies.grant(deadline.of(() -> api.token(body)));
    }
}
