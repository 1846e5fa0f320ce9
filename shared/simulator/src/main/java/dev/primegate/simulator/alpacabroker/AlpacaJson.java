package dev.primegate.simulator.alpacabroker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.engine.Fill;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Orders, trades and errors as objects: amounts are strings, and what is not there is null. */
final class AlpacaJson {
    private static final List<String> NOTES =
            List.of(
                    "qty",
                    "notional",
                    "side",
                    "type",
                    "time_in_force",
                    "limit_price",
                    "stop_price");

    private final Map<String, Instant> moved = new ConcurrentHashMap<>();
    private final Clock clock;

    AlpacaJson(Clock clock) {
        this.clock = clock;
    }

    /** Notes that an order changed just now. */
    void note(Order order) {
        moved.put(order.id(), clock.instant());
    }

    ObjectNode order(Order order) {
        Map<String, String> notes = order.origin().notes();
        Instant created = order.origin().createdAt();
        ObjectNode json =
                Json.object()
                        .put("id", order.id())
                        .put("client_order_id", order.origin().clientId())
                        .put("created_at", created.toString())
                        .put("submitted_at", created.toString())
                        .put("updated_at", moved.getOrDefault(order.id(), created).toString())
                        .put("asset_class", "us_equity")
                        .put("symbol", order.terms().instrument().id())
                        .put("order_class", "")
                        .put("order_type", notes.get("type"))
                        .put("filled_qty", order.progress().quantity().toString())
                        .put("status", Words.status(order))
                        .put("extended_hours", false);
        NOTES.forEach(name -> json.put(name, notes.get(name)));
        order.progress()
                .averagePrice()
                .ifPresentOrElse(
                        price -> json.put("filled_avg_price", price.toString()),
                        () -> json.putNull("filled_avg_price"));
        json.putNull("replaced_by").putNull("replaces").putNull("legs");
        return json;
    }

    /** What an event says of a trade besides. */
    static void put(ObjectNode event, Fill fill) {
        event.put("execution_id", fill.id())
                .put("price", fill.trade().price().toString())
                .put("qty", fill.trade().quantity().toString())
                .put("timestamp", fill.at().toString());
    }

    static Answer problem(int status, String message) {
        return problem(status, status * 100_000L + 10_000, message);
    }

    /** An error has a number of its own, but for one that is about the token. */
    static Answer problem(int status, long code, String message) {
        ObjectNode json = Json.object();
        if (status != 401) {
            json.put("code", code);
        }
        return Answer.json(status, json.put("message", message));
    }
}
