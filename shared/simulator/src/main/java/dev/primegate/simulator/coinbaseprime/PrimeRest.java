package dev.primegate.simulator.coinbaseprime;

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
import java.util.function.Function;

/** The REST API: the door, the rate limit, and what is behind them. */
final class PrimeRest {
    private final Map<String, Function<Request, Answer>> routes = new HashMap<>();
    private final PrimeCredentials credentials;
    private final PrimeDoor door;
    private final Switchboard switchboard;

    PrimeRest(Engine engine, Switchboard switchboard, PrimeKeys keys) {
        this.credentials = PrimeKeys.owner();
        this.door = new PrimeDoor(keys, switchboard.clock());
        this.switchboard = switchboard;

        PrimeEntry entry = new PrimeEntry(engine, switchboard, credentials.portfolioId());
        routes.put("POST order", entry::create);
        put("POST order_preview", entry::preview);

        PrimeDesk desk = new PrimeDesk(engine, switchboard, credentials.portfolioId());
        put("POST rfq", desk::quote);
        routes.put("POST accept_quote", desk::accept);

        PrimeOrders orders = new PrimeOrders(engine, new OrderJson(credentials.portfolioId()));
        put("GET orders", orders::history);
        put("GET open_orders", orders::open);
        put("GET orders/*", orders::get);
        put("POST orders/*/cancel", orders::cancel);

        PrimeFills fills = new PrimeFills(engine, orders);
        put("GET orders/*/fills", fills::ofOrder);
        put("GET fills", fills::ofPortfolio);

        PrimeAccount account = new PrimeAccount(engine, credentials);
        put("GET balances", account::balances);
        put("GET products", account::products);
        put("GET portfolio", account::portfolio);
        put("GET portfolios", account::portfolios);

        PrimeEntity entity = new PrimeEntity(engine, switchboard, credentials);
        put("GET transactions", entity::transactions);
        put("GET v1/entity/positions", entity::positions);
        put("GET v1/entity/cross_margin", entity::margin);
        put("GET v2/entity/cross_margin/prime", entity::marginV2);
    }

    Answer answer(Request request) {
        try {
            return admitted(request);
        } catch (RefusedException e) {
            return Answer.json(e.status(), Json.object().put("message", e.reason()));
        }
    }

    private Answer admitted(Request request) {
        door.check(request);
        List<String> parts = request.segments();
        if (parts.size() < 2) {
            throw notFound(request);
        }
        String resource =
                switch (parts.get(0) + "/" + parts.get(1)) {
                    case "v1/portfolios" -> ofPortfolio(parts);
                    case "v1/entities", "v2/entities" -> ofEntity(parts);
                    default -> throw notFound(request);
                };
        Function<Request, Answer> route = routes.get(request.method() + " " + resource);
        if (route == null) {
            throw notFound(request);
        }
        return route.apply(request);
    }

    private String ofPortfolio(List<String> parts) {
        if (parts.size() > 2) {
            checkPortfolio(parts.get(2));
        }
        return resource(parts);
    }

    /** What is asked for, with its version, and without the entity's own id. */
    private String ofEntity(List<String> parts) {
        if (parts.size() < 3 || !parts.get(2).equals(credentials.entityId())) {
            throw new RefusedException(403, "no access to the entity");
        }
        takeTurn();
        return parts.getFirst() + "/entity/" + String.join("/", parts.subList(3, parts.size()));
    }

    private void checkPortfolio(String portfolio) {
        if (!portfolio.equals(credentials.portfolioId())) {
            throw new RefusedException(403, "no access to portfolio " + portfolio);
        }
        takeTurn();
    }

    private void takeTurn() {
        if (!switchboard.limit().take()) {
            throw new RefusedException(429, "rate limit exceeded");
        }
    }

    /** What is asked for, behind the portfolio, with a star for the id of an order. */
    private static String resource(List<String> parts) {
        if (parts.size() < 4) {
            return parts.size() == 2 ? "portfolios" : "portfolio";
        }
        List<String> rest = new ArrayList<>(parts.subList(3, parts.size()));
        if (rest.size() > 1 && rest.getFirst().equals("orders")) {
            rest.set(1, "*");
        }
        return String.join("/", rest);
    }

    private void put(String route, Function<Request, JsonNode> body) {
        routes.put(route, request -> Answer.json(200, body.apply(request)));
    }

    private static RefusedException notFound(Request request) {
        return new RefusedException(404, "not found: " + request.method() + " " + request.path());
    }
}
