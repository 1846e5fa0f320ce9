package dev.primegate.simulator.falconx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.engine.Instruments;
import dev.primegate.simulator.engine.Quote;
import dev.primegate.simulator.engine.Side;
import dev.primegate.simulator.wire.Json;
import java.time.Instant;

/** Messages of the price stream. */
final class StreamJson {
    private StreamJson() {}

    static ObjectNode message(String status, String event, String request) {
        return Json.object().put("status", status).put("event", event).put("request_id", request);
    }

    static ObjectNode markets(ObjectNode message) {
        return message.set(
                "body",
                Json.array(
                        Instruments.pairs(),
                        each ->
                                Json.object()
                                        .put("base_token", each.base().code())
                                        .put("quote_token", each.quote().code())));
    }

    /** One entry for each level that is followed. */
    static ObjectNode prices(Ticker ticker, Quote quote, Instant now) {
        ObjectNode message = message("success", "stream", "");
        ArrayNode body = message.putArray("body");
        ticker.levels()
                .forEach(level ->
                        body.addObject()
                                .put("t_create", now.toEpochMilli())
                                .put("quantity", level.toBigDecimal())
                                .put("quantity_token", ticker.token())
                                .put("buy_price", quote.against(Side.BUY).toBigDecimal())
                                .put("sell_price", quote.against(Side.SELL).toBigDecimal())
                                .put("base_token", ticker.instrument().base().code())
                                .put("quote_token", ticker.instrument().quote().code()));
        return message;
    }
}
