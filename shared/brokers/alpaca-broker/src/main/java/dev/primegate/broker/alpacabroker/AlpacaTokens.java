package dev.primegate.broker.alpacabroker;

import dev.primegate.broker.SharedTokens;
import dev.primegate.broker.kit.Tokens;
import dev.primegate.runtime.Pause;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The token that opens Alpaca's door. */
@Singleton
class AlpacaTokens {
    private final Tokens tokens;

    AlpacaTokens(AlpacaSignOn signOn, SharedTokens shared, Clock clock, Pause pause) {
        tokens = new Tokens(AlpacaMapping.BROKER, signOn::client, shared, clock, pause);
    }

    /** One for all that call from here. */
    Tokens shared() {
        return tokens;
    }
}
