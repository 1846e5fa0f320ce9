package dev.primegate.simulator.falconx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Fill;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.engine.Status;
import dev.primegate.simulator.wire.Json;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** A quote, and what became of it: FalconX has one object for both. */
final class QuoteJson {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");
    private static final Decimal10 HALF = Decimal10.of("0.5");
    private static final List<String> NUMBERS = List.of("limit_price", "slippage_bps");
    private static final List<String> WORDS =
            List.of("order_type", "time_in_force", "client_order_id", "client_order_uuid");

    private QuoteJson() {}

    /** One that nobody has taken yet. */
    static ObjectNode of(Offer offer) {
        return common(offer.wish().instrument(), Notes.of(offer), "success")
                .put("is_filled", false)
                .putNull("side_executed")
                .putNull("price_executed")
                .putNull("t_execute")
                .putNull("error");
    }

    /** One that was taken, or an order; killed ones have no fill. */
    static ObjectNode of(Order order, List<Fill> fills) {
        boolean filled = order.status() == Status.FILLED;
        ObjectNode json =
                common(
                        order.terms().instrument(),
                        order.origin().notes(),
                        filled ? "success" : "failure");
        json.put("is_filled", filled);
        if (!filled) {
            json.putNull("side_executed").putNull("price_executed").putNull("t_execute");
            json.putObject("error")
                    .put("code", "ORDER_NOT_FILLED")
                    .put("reason", order.stage().reason());
            return json;
        }
        Fill fill = fills.getFirst();
        json.put("side_executed", Notes.word(order.terms().side()));
        json.put("price_executed", fill.trade().price().toBigDecimal());
        json.put("t_execute", time(fill.at()));
        fees(json, fill);
        return json.putNull("error");
    }

    static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    private static ObjectNode common(
            Instrument instrument, Map<String, String> notes, String status) {
        ObjectNode json = Json.object();
        json.put("status", status);
        json.put("fx_quote_id", notes.get("fx_quote_id"));
        price(json, notes, "buy_price");
        price(json, notes, "sell_price");
        json.put("platform", "api");
        json.putObject("token_pair")
                .put("base_token", instrument.base().code())
                .put("quote_token", instrument.quote().code());
        json.putObject("quantity_requested")
                .put("token", notes.get("token"))
                .put("value", notes.get("value"));
        json.put("side_requested", notes.get("side_requested"));
        json.put("t_quote", time(Instant.parse(notes.getOrDefault("t_quote", ""))));
        json.put("t_expiry", time(Instant.parse(notes.getOrDefault("t_expiry", ""))));
        json.put("trader_email", "trader@example.com");
        NUMBERS.forEach(name -> number(json, notes, name));
        WORDS.stream().filter(notes::containsKey).forEach(name -> json.put(name, notes.get(name)));
        return json;
    }

    private static void price(ObjectNode json, Map<String, String> notes, String name) {
        json.putNull(name);
        number(json, notes, name);
    }

    private static void number(ObjectNode json, Map<String, String> notes, String name) {
        String text = notes.get(name);
        if (text != null) {
            json.put(name, Decimal10.of(text).toBigDecimal());
        }
    }

    /** The engine's commission is the net fee; half of it again is given back as a rebate. */
    private static void fees(ObjectNode json, Fill fill) {
        Decimal10 net = fill.commission();
        Decimal10 rebate = net.times(HALF, RoundingMode.HALF_EVEN);
        json.put("gross_fee_bps", 3).put("rebate_bps", 1).put("fee_bps", 2);
        json.put("gross_fee_usd", net.plus(rebate).toBigDecimal());
        json.put("rebate_usd", rebate.toBigDecimal());
        json.put("fee_usd", net.toBigDecimal());
    }
}
