package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.simulator.engine.Cancellation;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.Query;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Orders, read and cancelled. */
final class PrimeOrders {
    private static final Set<String> HISTORY_PARAMETERS = historyParameters();

    private final Engine engine;
    private final OrderJson orderJson;
    private final Paging<Order> paging;

    PrimeOrders(Engine engine, OrderJson orderJson) {
        this.engine = engine;
        this.orderJson = orderJson;
        this.paging = new Paging<>("orders", Order::id, orderJson::of);
    }

    JsonNode get(Request request) {
        request.query().allow(Set.of());
        return Json.object().set("order", orderJson.of(order(request)));
    }

    /** What has ended; open orders are never in it. */
    JsonNode history(Request request) {
        Query query = request.query();
        query.allow(HISTORY_PARAMETERS);
        Predicate<Order> wanted = OrderFilter.of(query).and(OrderFilter.byStatus(query));
        return paging.page(ended().stream().filter(wanted).toList(), query);
    }

    /** All that are open, on one page. */
    JsonNode open(Request request) {
        Query query = request.query();
        query.allow(OrderFilter.OPEN_PARAMETERS);
        Predicate<Order> wanted = OrderFilter.of(query);
        return paging.onePage(engine.standing().live().stream().filter(wanted).toList(), query);
    }

    JsonNode cancel(Request request) {
        String id = orderId(request);
        return switch (engine.cancel(id)) {
            case Cancellation.Noted(Order order) -> Json.object().put("id", order.id());
            case Cancellation.TooLate(Order order) ->
                    throw RefusedException.badRequest(
                            "order " + id + " cannot be cancelled: it is " + order.status());
            case Cancellation.Unknown() -> throw unknown(id);
        };
    }

    Order order(Request request) {
        String id = orderId(request);
        return engine.order(id).orElseThrow(() -> unknown(id));
    }

    private List<Order> ended() {
        return engine.orders().stream().filter(order -> !order.status().isLive()).toList();
    }

    private static String orderId(Request request) {
        return request.segments().get(4);
    }

    private static RefusedException unknown(String id) {
        return new RefusedException(404, "order " + id + " not found");
    }

    private static Set<String> historyParameters() {
        Set<String> names = new HashSet<>(OrderFilter.OPEN_PARAMETERS);
        names.add("order_statuses");
        return Set.copyOf(names);
    }
}
