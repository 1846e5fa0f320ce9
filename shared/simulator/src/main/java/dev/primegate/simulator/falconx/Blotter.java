package dev.primegate.simulator.falconx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Fill;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.Query;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was quoted and traded, looked up. It has no pages: a long time is a long answer. */
final class Blotter {
    private static final Set<String> PLATFORMS = Set.of("browser", "api", "margin");

    private final Engine engine;
    private final Desk desk;

    Blotter(Engine engine, Desk desk) {
        this.engine = engine;
        this.desk = desk;
    }

    /** A quote or an order by its id, whatever became of it. */
    JsonNode one(Request request) {
        String id = request.segments().getLast();
        Optional<JsonNode> traded = desk.traded(id).map(desk::json);
        return traded.or(() -> desk.offer(id).map(QuoteJson::of))
                .orElseThrow(() -> new RefusedException(404, "no quote with fx_quote_id " + id));
    }

    JsonNode byUuid(Request request) {
        String uuid = request.segments().getLast();
        return engine.orders().stream()
                .filter(order -> uuid.equals(order.origin().notes().get("client_order_uuid")))
                .findFirst()
                .map(desk::json)
                .orElseThrow(
                        () -> new RefusedException(404, "no quote with client_order_uuid " + uuid));
    }

    /** Every executed quote from {@code t_start} on, and before {@code t_end}. */
    JsonNode executed(Request request) {
        Query query = request.query();
        query.allow(Set.of("t_start", "t_end", "platform"));
        Instant from = time(query, "t_start");
        Instant to = time(query, "t_end");
        Optional<String> platform = query.one("platform");
        platform.filter(name -> !PLATFORMS.contains(name))
                .ifPresent(name -> {
                    throw RefusedException.badRequest("unknown platform: " + name);
                });
        if (platform.filter(name -> !name.equals("api")).isPresent()) {
            return Json.array(List.<Order>of(), desk::json);
        }
        return Json.array(
                engine.orders().stream().filter(order -> isWithin(order, from, to)).toList(),
                desk::json);
    }

    private boolean isWithin(Order order, Instant from, Instant to) {
        List<Fill> fills = engine.fillsOf(order.id());
        return !fills.isEmpty()
                && !fills.getFirst().at().isBefore(from)
                && fills.getFirst().at().isBefore(to);
    }

    private static Instant time(Query query, String name) {
        return query.time(name)
                .orElseThrow(() -> RefusedException.badRequest(name + " is required"));
    }
}
