package dev.primegate.broker.alpacabroker;

import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.CallDeadline;
import dev.primegate.broker.kit.Grant;
import dev.primegate.broker.kit.SignOnReplies;
import dev.primegate.broker.kit.TokenClient;
import dev.primegate.order.Digest;
import dev.primegate.runtime.Secrets;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Asks for a token with the client's credentials; once, whatever comes back. */
@Singleton
class AlpacaSignOn {
    /**
     * As long as Alpaca's tokens hold. Bytes on their way open no door once their token has ended:
     * that is what proves an order absent, so a token that holds longer is not used.
     */
    static final Duration LONGEST_LIFE = Duration.ofMinutes(15);

    private static final String GRANT = "client_credentials";

    private final AlpacaAuthApi api;
    private final AlpacaConfig config;
    private final Secrets secrets;
    private final CallDeadline deadline;

    AlpacaSignOn(AlpacaAuthApi api, AlpacaConfig config, Secrets secrets, CallDeadline deadline) {
        this.api = api;
        this.config = config;
        this.secrets = secrets;
        this.deadline = deadline;
    }

    AlpacaKey key() {
        return AlpacaKey.of(secrets.get(config.secret()));
    }

    TokenClient client() {
        AlpacaKey key = key();
        String whose = Digest.hex(key.clientId(), config.authUrl().toString());
        return new TokenClient(
                AlpacaMapping.BROKER + "#" + whose.substring(0, 16),
                key.clientSecret(),
                () -> ask(key));
    }

    private Grant ask(AlpacaKey key) {
        Answer answer = deadline.of(() -> api.token(GRANT, key.clientId(), key.clientSecret()));
        return switch (SignOnReplies.grant(answer)) {
            case Grant.Given(_, Duration life) when life.compareTo(LONGEST_LIFE) > 0 ->
                    new Grant.Denied(
                            "its token holds for %s: absence is judged by %s"
                                    .formatted(life, LONGEST_LIFE));
            case Grant grant -> grant;
        };
    }
}
