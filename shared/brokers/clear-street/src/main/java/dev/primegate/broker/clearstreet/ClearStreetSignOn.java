package dev.primegate.broker.clearstreet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.order.Digest;
import dev.primegate.runtime.Secrets;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks for a token with the client's credentials; once, whatever comes back. */
@Singleton
class ClearStreetSignOn {
    private final ClearStreetAuthApi api;
    private final ClearStreetConfig config;
    private final Secrets secrets;

    ClearStreetSignOn(
            @RestClient ClearStreetAuthApi api, ClearStreetConfig config, Secrets secrets) {
        this.api = api;
        this.config = config;
        this.secrets = secrets;
    }

    ClearStreetKey key() {
        return ClearStreetKey.of(secrets.get(config.secret()));
    }

    /** What instances with the same credentials call their token. */
    String name(ClearStreetKey key) {
        String whose = Digest.hex(key.clientId(), key.audience(), config.authUrl().toString());
        return ClearStreetMapping.BROKER + "#" + whose.substring(0, 16);
    }

    Grant ask(ClearStreetKey key) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("grant_type", "client_credentials");
        json.put("client_id", key.clientId());
        json.put("client_secret", key.clientSecret());
        json.put("audience", key.audience());
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        return switch (Answer.of(() -> api.token(body))) {
            case Answer.Held(String why) -> new Grant.Denied(why);
            case Answer.Unsent(String why) -> new Grant.Denied(why);
            case Answer.Broken(String why) -> new Grant.Denied(why);
            case Answer.Whole whole -> grant(whole);
        };
    }

    private static Grant grant(Answer.Whole answer) {
        if (answer.status() != 200) {
            return new Grant.Denied("the sign-on answered %d".formatted(answer.status()));
        }
        try {
            ClearStreetMessages.Token token =
                    BrokerJson.read(answer.body(), ClearStreetMessages.Token.class);
            Long seconds = token.expiresIn();
            return token.accessToken() == null
                            || seconds == null
                            || seconds <= 0
                            || !"Bearer".equalsIgnoreCase(token.tokenType())
                    ? new Grant.Denied("the sign-on answered without a bearer token")
                    : new Grant.Given(token.accessToken(), Duration.ofSeconds(seconds));
        } catch (UnreadableException e) {
            return new Grant.Denied(String.valueOf(e.getMessage()));
        }
    }

    /** What came of asking. */
    sealed interface Grant {
        /** A token that holds for {@code life}. */
        record Given(String token, Duration life) implements Grant {
            @Override
            public String toString() {
                return "Given[***]";
            }
        }

        record Denied(String why) implements Grant {}
    }
}
