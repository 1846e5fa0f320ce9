package dev.primegate.broker.clearstreet;

import dev.primegate.broker.SharedTokens;
import dev.primegate.broker.kit.Pass;
import dev.primegate.broker.kit.Tokens;
import dev.primegate.runtime.Pause;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The token that opens Clear Street. */
@Singleton
class ClearStreetTokens {
    private final Tokens tokens;

    ClearStreetTokens(ClearStreetSignOn signOn, SharedTokens shared, Clock clock, Pause pause) {
        tokens = new Tokens(ClearStreetMapping.BROKER, signOn::client, shared, clock, pause);
    }

    /** One for all that call from here. */
    Tokens shared() {
        return tokens;
    }

    /** A token that holds now, or the reason why there is none. */
    Pass get() {
        return tokens.get();
    }

    /** As {@link Tokens#refused}. */
    boolean refused(String token) {
        return tokens.refused(token);
    }
}
