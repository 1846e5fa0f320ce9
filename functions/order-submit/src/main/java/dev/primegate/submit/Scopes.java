package dev.primegate.submit;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.risk.HaltScope;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads scopes. One that names nothing would be acknowledged and stop nothing: it is refused. */
@Singleton
class Scopes {
    private static final String SHAPES =
            "all, broker:NAME, account:TENANT/ACCOUNT or symbol:SYMBOL";

    private final Brokers<OrderGateway> gateways;
    private final SymbolMaster symbols;

    Scopes(Brokers<OrderGateway> gateways, SymbolMaster symbols) {
        this.gateways = gateways;
        this.symbols = symbols;
    }

    HaltScope read(String text) {
        HaltScope scope;
        try {
            scope = new HaltScope(text);
        } catch (IllegalArgumentException e) {
            throw wrong("scope", SHAPES, text);
        }
        String name = text.substring(text.indexOf(':') + 1);
        if (text.startsWith("broker:") && gateways.find(new BrokerId(name)).isEmpty()) {
            throw wrong("scope", "a broker that orders go to", text);
        }
        if (text.startsWith("symbol:")
                && symbols.resolve(name).filter(i -> i.symbol().text().equals(name)).isEmpty()) {
            throw wrong("scope", "a symbol of the symbol master, such as symbol:BTC-USD", text);
        }
        return scope;
    }

    static String reason(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(t -> t.length() <= 200 && t.matches("[^\\p{C}]+") && !t.isBlank())
                .orElseThrow(() ->
                        wrong(
                                "reason",
                                "why, in 1 to 200 characters",
                                text == null ? "nothing" : text));
    }

    private static ProblemException wrong(String name, String expected, String found) {
        return new ProblemException(
                Problem.of(
                        400,
                        "invalid-parameter",
                        "A parameter is not valid",
                        "%s: expected %s, found %s"
                                .formatted(name, expected, StrictJson.clip(found))));
    }
}
