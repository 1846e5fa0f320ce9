package dev.primegate.simulator.clearstreet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.RateLimit;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Switchboard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The Studio API and the sign-on: the door, the rate limits, and what is behind them. */
final class StudioRest {
    private static final Set<String> WITH_IDS = Set.of("orders", "locate-orders", "instruments");

    private final Map<String, Function<Request, Answer>> routes = new HashMap<>();
    private final TokenDoor door;
    private final Switchboard switchboard;
    private final RateLimit bulk;

    StudioRest(StudioDay day, StudioJson json, TokenDoor door, Switchboard switchboard) {
        this.door = door;
        this.switchboard = switchboard;
        this.bulk = new RateLimit(switchboard.clock(), 1, 1);

        StudioLocates locates = new StudioLocates(day, json);
        routes.put("POST locate-orders", locates::ask);
        routes.put("GET locate-orders", locates::list);
        routes.put("GET locate-orders/*", locates::get);
        routes.put("PATCH locate-orders/*", locates::reply);

        StudioEntry entry = new StudioEntry(day, locates, switchboard);
        routes.put("POST orders", entry::one);
        routes.put("POST bulk-orders", entry::bulk);

        StudioOrders orders = new StudioOrders(day, json);
        routes.put("GET orders", orders::list);
        routes.put("GET orders/*", orders::get);
        routes.put("DELETE orders/*", orders::cancel);
        routes.put("DELETE orders", orders::cancelAll);
        routes.put("GET trades", orders::trades);

        StudioAccount account = new StudioAccount(day, json);
        routes.put("GET positions", account::positions);
        routes.put("GET holdings", account::holdings);
        routes.put("GET regt-margin", account::regT);
        routes.put("GET portfolio-margin", account::portfolio);
        routes.put("GET instruments", account::instruments);
        routes.put("GET instruments/*", account::instrument);
        routes.put("GET accounts", request -> accounts());
    }

    Answer answer(Request request) {
        try {
            return request.path().equals("/oauth/token") ? signOn(request) : admitted(request);
        } catch (RefusedException e) {
            return StudioJson.problem(e.status(), e.reason());
        }
    }

    private Answer signOn(Request request) {
        if (!request.method().equals("POST")) {
            throw notFound(request);
        }
        return door.token(request);
    }

    private Answer admitted(Request request) {
        door.check(request);
        List<String> parts = request.segments();
        if (parts.size() < 3 || !parts.get(0).equals("studio") || !parts.get(1).equals("v2")) {
            throw notFound(request);
        }
        String resource = resource(request, parts.subList(2, parts.size()));
        Function<Request, Answer> route = routes.get(request.method() + " " + resource);
        if (route == null) {
            throw notFound(request);
        }
        boolean inTime = resource.equals("bulk-orders") ? bulk.take() : switchboard.limit().take();
        return inTime
                ? route.apply(request)
                : StudioJson.problem(429, "too many requests").with("Retry-After", "1");
    }

    /** What is asked for behind the account or entity, with a star for an id. */
    private String resource(Request request, List<String> parts) {
        List<String> rest = new ArrayList<>(parts);
        if (rest.size() > 1 && Set.of("accounts", "entities").contains(rest.getFirst())) {
            checkOwner(rest.removeFirst(), rest.removeFirst(), request);
        }
        if (rest.size() == 2 && WITH_IDS.contains(rest.getFirst())) {
            rest.set(1, "*");
        }
        return String.join("/", rest);
    }

    private void checkOwner(String kind, String id, Request request) {
        ClearStreetCredentials own = door.credentials();
        Set<String> ids =
                kind.equals("accounts")
                        ? Set.of(own.accountId(), own.accountNumber())
                        : Set.of(own.entityId());
        if (!ids.contains(id)) {
            throw notFound(request);
        }
    }

    private Answer accounts() {
        ClearStreetCredentials own = door.credentials();
        ObjectNode account =
                Json.object()
                        .put("account_id", own.accountId())
                        .put("account_number", own.accountNumber())
                        .put("entity_id", own.entityId())
                        .put("name", "Simulated account");
        return Answer.json(
                200, Json.object().set("data", Json.array(List.of(account), each -> each)));
    }

    private static RefusedException notFound(Request request) {
        return new RefusedException(404, "not found: " + request.method() + " " + request.path());
    }
}
