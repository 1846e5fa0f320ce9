package dev.primegate.simulator.falconx;

import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Instruments;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.RefusedException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Reads what is said to the price stream, and lets in who signed {@code /price.tickers}. */
final class StreamDoor {
    private static final String SIGNED = "GET/price.tickers";
    private static final Set<String> FIELDS =
            Set.of(
                    "action",
                    "request_id",
                    "api_key",
                    "passphrase",
                    "signature",
                    "timestamp",
                    "base_token",
                    "quote_token",
                    "quantity",
                    "request_type");

    private final FalconXCredentials credentials;
    private final FalconXSignature signature;
    private final Clock clock;

    StreamDoor(FalconXCredentials credentials, Clock clock) {
        this.credentials = credentials;
        this.signature = new FalconXSignature(credentials.secret());
        this.clock = clock;
    }

    /** What was said. */
    sealed interface Said {
        record Auth(String request) implements Said {}

        record Subscribe(String request, Ticker ticker) implements Said {}

        record Unsubscribe(String request, Ticker ticker) implements Said {}

        record Markets(String request) implements Said {}
    }

    /**
     * Reads {@code text}.
     *
     * @throws RefusedException if it is not signed, or asks for what there is not
     */
    Said read(String text) {
        Fields fields = Fields.exactly(text, FIELDS);
        String request = fields.required("request_id");
        String action = fields.required("action");
        return switch (action) {
            case "auth" -> {
                check(fields);
                yield new Said.Auth(request);
            }
            case "subscribe" -> new Said.Subscribe(request, ticker(fields));
            case "unsubscribe" ->
                    new Said.Unsubscribe(request, new Ticker(pair(fields), "", List.of()));
            case "data_request" -> {
                if (!fields.required("request_type").equals("allowed_markets")) {
                    throw RefusedException.badRequest("only allowed_markets is simulated");
                }
                yield new Said.Markets(request);
            }
            default -> throw RefusedException.badRequest("unknown action: " + action);
        };
    }

    private void check(Fields fields) {
        String timestamp =
                fields.number("timestamp")
                        .map(String::valueOf)
                        .orElseThrow(() -> new RefusedException(401, "timestamp is required"));
        insist(fields.required("api_key").equals(credentials.apiKey()), "unknown API key");
        insist(fields.required("passphrase").equals(credentials.passphrase()), "wrong passphrase");
        insist(
                FalconXSignature.isFresh(timestamp, clock.instant()),
                "timestamp is not within 30 seconds of the server's time");
        insist(
                signature.matches(fields.required("signature"), timestamp + SIGNED),
                "invalid signature");
    }

    private static Ticker ticker(Fields fields) {
        Fields quantity = Wish.part(fields, "quantity", Set.of("token", "levels"));
        Instrument instrument = pair(fields);
        String token = quantity.required("token");
        if (!token.equals(instrument.base().code())) {
            throw RefusedException.badRequest("token is not the base of the pair: " + token);
        }
        List<Decimal10> levels = quantity.figures("levels");
        if (levels.isEmpty()) {
            throw RefusedException.badRequest("levels is required");
        }
        return new Ticker(instrument, token, levels);
    }

    private static Instrument pair(Fields fields) {
        String id = fields.required("base_token") + "-" + fields.required("quote_token");
        return Instruments.find(Instruments.pairs(), id)
                .orElseThrow(() -> RefusedException.badRequest("unknown token pair: " + id));
    }

    private static void insist(boolean fine, String complaint) {
        if (!fine) {
            throw new RefusedException(401, complaint);
        }
    }
}
