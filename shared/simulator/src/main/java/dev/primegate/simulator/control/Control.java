package dev.primegate.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Switchboard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Everything under {@code /control}. */
public final class Control {
    private final Map<String, Function<Request, JsonNode>> routes = new HashMap<>();

    public Control(Engine engine, Switchboard switchboard) {
        OrderControl orders = new OrderControl(engine, switchboard.log());
        routes.put("GET orders", orders::list);
        routes.put("POST orders/*/fill", orders::fill);
        routes.put("POST orders/*/cancel", orders::cancel);
        routes.put("POST orders/*/expire", orders::expire);
        routes.put("POST orders/*/fail", orders::fail);

        MarketControl market = new MarketControl(engine);
        routes.put("GET market", market::show);
        routes.put("POST market", market::set);
        routes.put("POST mode", market::mode);

        routes.put("POST margin", new MarginControl(switchboard.margin())::set);

        FaultControl faults = new FaultControl(switchboard.faults());
        routes.put("GET faults", faults::list);
        routes.put("POST faults", faults::ask);
        routes.put("POST swarm", faults::swarm);

        NewsControl news = new NewsControl(switchboard.news(), switchboard.lines());
        routes.put("POST news", news::set);
        routes.put("POST news/cut", news::cut);

        AccountControl account = new AccountControl(switchboard);
        routes.put("POST keys", account::keys);
        routes.put("POST transfers", account::transfer);

        DoorControl door = new DoorControl(engine, switchboard);
        routes.put("GET requests", door::requests);
        routes.put("POST throttle", door::throttle);
        routes.put("POST outage", door::outage);
        routes.put("POST clock", door::clock);
        routes.put("POST reset", door::reset);
    }

    public Answer answer(Request request) {
        Function<Request, JsonNode> route = routes.get(key(request));
        try {
            if (route == null) {
                throw new RefusedException(
                        404, "no such control; there are " + new TreeSet<>(routes.keySet()));
            }
            return Answer.json(200, route.apply(request));
        } catch (RefusedException e) {
            return Answer.json(e.status(), Json.object().put("message", e.reason()));
        }
    }

    private static String key(Request request) {
        List<String> parts = request.segments();
        String route =
                parts.size() == 4 && parts.get(1).equals("orders")
                        ? "orders/*/" + parts.get(3)
                        : String.join("/", parts.subList(1, parts.size()));
        return request.method() + " " + route;
    }
}
