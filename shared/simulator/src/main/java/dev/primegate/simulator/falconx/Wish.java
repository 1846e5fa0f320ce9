package dev.primegate.simulator.falconx;

import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Instruments;
import dev.primegate.simulator.engine.Quote;
import dev.primegate.simulator.engine.Side;
import dev.primegate.simulator.engine.Size;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.RefusedException;
import java.util.Optional;
import java.util.Set;

/**
 * What both a quote and an order ask for: a pair, how much of it, and on which side.
 *
 * @param side empty for {@code two_way}
 * @param token in which {@code size} is counted
 */
record Wish(
        Instrument instrument,
        Optional<Side> side,
        Size size,
        String token,
        Optional<String> clientOrderId) {
    /** The fields it takes. */
    static final Set<String> FIELDS = Set.of("token_pair", "quantity", "side", "client_order_id");

    static Wish read(Fields fields, Version version, boolean twoWay) {
        Instrument instrument =
                pair(part(fields, "token_pair", Set.of("base_token", "quote_token")));
        Fields quantity = part(fields, "quantity", Set.of("token", "value"));
        String token = quantity.required("token");
        Decimal10 value =
                version.amount(quantity, "value")
                        .orElseThrow(() -> RefusedException.badRequest("value is required"));
        return new Wish(
                instrument,
                side(fields.required("side"), twoWay),
                size(instrument, token, value),
                token,
                fields.text("client_order_id"));
    }

    static Side side(String word) {
        return switch (word) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw RefusedException.badRequest("side must be buy or sell, not " + word);
        };
    }

    /** What it would trade at: the best price of the market, whatever its size. */
    static Decimal10 price(Quote quote, Side side) {
        return quote.against(side);
    }

    /** A required field that is an object. */
    static Fields part(Fields fields, String name, Set<String> known) {
        return fields.object(name, known)
                .orElseThrow(() -> RefusedException.badRequest(name + " is required"));
    }

    private static Optional<Side> side(String word, boolean twoWay) {
        return twoWay && word.equals("two_way") ? Optional.empty() : Optional.of(side(word));
    }

    private static Instrument pair(Fields pair) {
        String id = pair.required("base_token") + "-" + pair.required("quote_token");
        return Instruments.find(Instruments.pairs(), id)
                .orElseThrow(() -> RefusedException.badRequest("unknown token pair: " + id));
    }

    private static Size size(Instrument instrument, String token, Decimal10 value) {
        if (token.equals(instrument.base().code())) {
            inRange(value, instrument.quantities());
            return new Size.Base(value);
        }
        if (token.equals(instrument.quote().code())) {
            inRange(value, instrument.values());
            return new Size.Quote(value);
        }
        throw RefusedException.badRequest("token is not of the pair: " + token);
    }

    private static void inRange(Decimal10 value, Instrument.Range range) {
        if (!range.contains(value)) {
            throw RefusedException.badRequest(
                    "quantity is not from " + range.min() + " to " + range.max());
        }
    }
}
