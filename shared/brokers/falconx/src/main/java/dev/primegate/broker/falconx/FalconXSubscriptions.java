package dev.primegate.broker.falconx;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.instrument.Instrument;
import dev.primegate.money.Decimal10;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What we say on the price stream. */
final class FalconXSubscriptions {
    private final FalconXKey key;
    private final List<Instrument> pairs;
    private final Decimal10 level;

    FalconXSubscriptions(FalconXKey key, List<Instrument> pairs, Decimal10 level) {
        this.key = key;
        this.pairs = pairs;
        this.level = level;
    }

    /**
     * Who we are. The clock is read once, for the signature and for the message: FalconX's own
     * example reads it twice, and fails when a second ends in between.
     */
    String opening(Instant now) {
        long second = now.getEpochSecond();
        ObjectNode json = message("auth", "auth");
        json.put("api_key", key.apiKey());
        json.put("passphrase", key.passphrase());
        json.put("signature", new FalconXSigner(key).stream(second));
        json.put("timestamp", second);
        return json.toString();
    }

    /** Which prices we want; taken only after the opening was answered. */
    List<String> wishes() {
        return pairs.stream().map(this::wish).toList();
    }

    private String wish(Instrument pair) {
        ObjectNode json = message("subscribe", pair.symbol().text());
        json.put("base_token", pair.base().code());
        json.put("quote_token", pair.quote().code());
        json.putObject("quantity")
                .put("token", pair.base().code())
                .putArray("levels")
                .add(new BigDecimal(level.toString()));
        return json.toString();
    }

    private static ObjectNode message(String action, String request) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("action", action)
                .put("request_id", request);
    }
}
