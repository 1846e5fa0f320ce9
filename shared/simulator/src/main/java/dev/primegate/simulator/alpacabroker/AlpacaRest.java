package dev.primegate.simulator.alpacabroker;

import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Switchboard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The Broker API and the sign-on: the door, the rate limit, and what is behind them. */
final class AlpacaRest {
    private static final List<String> ACCOUNTS = List.of("v1", "trading", "accounts");

    private final Map<String, Function<Request, Answer>> routes = new HashMap<>();
    private final TokenDesk desk;
    private final Switchboard switchboard;

    AlpacaRest(
            Engine engine,
            AlpacaJson json,
            TokenDesk desk,
            TradeStreams streams,
            Switchboard switchboard) {
        this.desk = desk;
        this.switchboard = switchboard;

        AlpacaOrders orders = new AlpacaOrders(engine, json, switchboard);
        routes.put("POST orders", orders::create);
        routes.put("GET orders", orders::list);
        routes.put("GET orders/*", orders::get);
        routes.put("DELETE orders/*", orders::cancel);
        routes.put("GET orders:by_client_order_id", orders::byClientId);

        AlpacaPages pages = new AlpacaPages(engine, switchboard.clock());
        routes.put("GET account", pages::account);
        routes.put("GET positions", pages::positions);
        routes.put("GET /v1/clock", pages::clock);
        routes.put("GET /v2/events/trades", streams::answer);
    }

    Answer answer(Request request) {
        try {
            if (request.path().equals("/v1/oauth2/token")) {
                return request.method().equals("POST") ? desk.token(request) : lost(request);
            }
            desk.check(request);
            return switchboard.limit().take()
                    ? routes.getOrDefault(key(request), AlpacaRest::lost).apply(request)
                    : AlpacaJson.problem(429, "rate limit exceeded");
        } catch (RefusedException e) {
            return AlpacaJson.problem(e.status(), e.reason());
        }
    }

    /** What is asked for behind the account, with a star for an id; or the path as it is. */
    private String key(Request request) {
        List<String> parts = request.segments();
        if (parts.size() < 5 || !parts.subList(0, 3).equals(ACCOUNTS)) {
            return request.method() + " " + request.path();
        }
        if (!parts.get(3).equals(desk.credentials().accountId())) {
            throw new RefusedException(404, "account not found");
        }
        return request.method() + " " + parts.get(4) + (parts.size() == 6 ? "/*" : "");
    }

    private static Answer lost(Request request) {
        return AlpacaJson.problem(404, "endpoint not found");
    }
}
