package dev.primegate.simulator.falconx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Instruments;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import java.util.Set;

/** The account, what may be traded, and how often one may ask. */
final class AccountPages {
    private static final Set<String> PLATFORMS = Set.of("browser", "api", "margin");

    private final Engine engine;

    AccountPages(Engine engine) {
        this.engine = engine;
    }

    JsonNode balances(Request request) {
        request.query().allow(Set.of("platform"));
        return Json.array(
                engine.balances(),
                balance ->
                        Json.object()
                                .put("balance", balance.amount().toBigDecimal())
                                .put("token", balance.asset().code())
                                .put("platform", "api"));
    }

    JsonNode totals(Request request) {
        request.query().allow(Set.of());
        return Json.array(
                engine.balances(),
                balance ->
                        Json.object()
                                .put("token", balance.asset().code())
                                .put("total_balance", balance.amount().toBigDecimal()));
    }

    JsonNode pairs(Request request) {
        request.query().allow(Set.of());
        return Json.array(Instruments.pairs(), AccountPages::pair);
    }

    JsonNode tradeSizes(Request request) {
        request.query().allow(Set.of());
        return Json.array(Instruments.pairs(), AccountPages::size);
    }

    JsonNode tradeLimits(Request request) {
        String platform = request.segments().getLast();
        if (!PLATFORMS.contains(platform)) {
            throw RefusedException.badRequest("unknown platform: " + platform);
        }
        ObjectNode limits = Json.object();
        limits.putObject("gross_limits")
                .put("remaining", 10_000_000)
                .put("total", 10_000_000)
                .put("used", 0);
        limits.putObject("net_limits")
                .put("remaining", 5_000_000)
                .put("total", 5_000_000)
                .put("used", 0);
        return limits;
    }

    static JsonNode rateLimit() {
        ObjectNode limit = Json.object();
        limit.putObject("num_quotes_limit")
                .putNull("per_hour")
                .putNull("per_minute")
                .put("per_second", 10);
        return limit;
    }

    private static ObjectNode pair(Instrument instrument) {
        return Json.object()
                .put("base_token", instrument.base().code())
                .put("quote_token", instrument.quote().code());
    }

    private static ObjectNode size(Instrument instrument) {
        ObjectNode size = Json.object().put("platform", "api");
        size.set("token_pair", pair(instrument));
        size.putObject("trade_size_limits_in_quote_token")
                .put("min", instrument.values().min().toBigDecimal())
                .put("max", instrument.values().max().toBigDecimal());
        return size;
    }
}
