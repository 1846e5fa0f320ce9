package dev.primegate.simulator.falconx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Switchboard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The REST API, its two versions side by side: the door, the rate limit, and what is behind. */
final class FalconXRest {
    private final Map<String, Function<Request, Answer>> routes = new HashMap<>();
    private final FalconXDoor door;
    private final Switchboard switchboard;

    FalconXRest(Engine engine, Switchboard switchboard, FalconXCredentials credentials) {
        this.door = new FalconXDoor(credentials, switchboard.clock());
        this.switchboard = switchboard;

        Desk desk = new Desk(engine, switchboard.clock());
        Entry entry = new Entry(desk, switchboard);
        for (Version version : Version.values()) {
            String prefix = "POST " + version.path();
            routes.put(prefix + "/quotes", request -> entry.quote(request, version));
            routes.put(prefix + "/quotes/execute", entry::execute);
            routes.put(prefix + "/order", request -> entry.order(request, version));
        }

        Blotter blotter = new Blotter(engine, desk);
        put("GET v1/quotes", blotter::executed);
        put("GET v1/quotes/*", blotter::one);
        put("GET v1/orders/*", blotter::one);
        put("GET v1/quotes/client_order_uuid/*", blotter::byUuid);

        AccountPages account = new AccountPages(engine);
        put("GET v1/balances", account::balances);
        put("GET v1/balances/total", account::totals);
        put("GET v1/pairs", account::pairs);
        put("GET v1/trade_sizes", account::tradeSizes);
        put("GET v1/rate_limit", _ -> AccountPages.rateLimit());
        put("GET v1/get_trade_limits/*", account::tradeLimits);
    }

    Answer answer(Request request) {
        try {
            door.check(request);
            if (!switchboard.limit().take()) {
                throw new RefusedException(429, "rate limit exceeded");
            }
            Function<Request, Answer> route = routes.get(key(request));
            if (route == null) {
                throw new RefusedException(
                        404, "not found: " + request.method() + " " + request.path());
            }
            return route.apply(request);
        } catch (RefusedException e) {
            return refusal(e.status(), e.reason());
        }
    }

    /** Its errors have two shapes: what is wrong with a request has a code, the rest a message. */
    static Answer refusal(int status, String reason) {
        return status == 400
                ? Answer.json(
                        status,
                        Json.object()
                                .put("status", "failure")
                                .set(
                                        "error",
                                        Json.object()
                                                .put("code", "INVALID_REQUEST")
                                                .put("reason", reason)))
                : Answer.json(status, Json.object().put("message", reason));
    }

    /** Method and path, with a star where an id or a platform stands. */
    private static String key(Request request) {
        List<String> parts = new ArrayList<>(request.segments());
        int last = parts.size() - 1;
        boolean named =
                last > 1
                        && request.method().equals("GET")
                        && !Set.of("total").contains(parts.get(last));
        if (named) {
            parts.set(last, "*");
        }
        return request.method() + " " + String.join("/", parts);
    }

    private void put(String route, Function<Request, JsonNode> body) {
        routes.put(route, request -> Answer.json(200, body.apply(request)));
    }
}
