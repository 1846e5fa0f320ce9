package dev.primegate.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Intervention;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.engine.Status;
import dev.primegate.simulator.engine.Trade;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.RequestLog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Orders, shown and moved by hand. An order may be named by its id or by its client's id. */
final class OrderControl {
    private static final Set<String> FILL = Set.of("quantity", "price", "anyhow");
    private static final Set<String> END = Set.of("reason");

    private final Engine engine;
    private final RequestLog log;

    OrderControl(Engine engine, RequestLog log) {
        this.engine = engine;
        this.log = log;
    }

    JsonNode list(Request request) {
        List<Order> orders = engine.orders();
        Map<String, Long> accepted =
                orders.stream()
                        .collect(
                                Collectors.groupingBy(
                                        order -> order.origin().clientId(), Collectors.counting()));
        return Json.object()
                .set(
                        "orders",
                        Json.array(
                                orders,
                                order ->
                                        view(order)
                                                .put(
                                                        "accepted",
                                                        accepted.get(order.origin().clientId()))
                                                .put(
                                                        "posted",
                                                        log.posts(order.origin().clientId()))));
    }

    JsonNode fill(Request request) {
        Fields fields = Bodies.read(request, FILL);
        Trade trade = new Trade(Bodies.amount(fields, "quantity"), Bodies.amount(fields, "price"));
        boolean anyhow = fields.flag("anyhow").orElse(false);
        return done(engine.hands().fill(id(request), trade, anyhow));
    }

    JsonNode cancel(Request request) {
        return end(request, Status.CANCELLED, "cancelled by the broker");
    }

    JsonNode expire(Request request) {
        return end(request, Status.EXPIRED, "expired");
    }

    JsonNode fail(Request request) {
        return end(request, Status.FAILED, "failed at the venue");
    }

    private JsonNode end(Request request, Status status, String usual) {
        String reason = Bodies.read(request, END).text("reason").orElse(usual);
        return done(engine.hands().end(id(request), status, reason));
    }

    private String id(Request request) {
        String name = request.segments().get(2);
        return engine.orders().reversed().stream()
                .filter(order -> name.equals(order.id()) || name.equals(order.origin().clientId()))
                .map(Order::id)
                .findFirst()
                .orElse(name);
    }

    private static JsonNode done(Intervention intervention) {
        return switch (intervention) {
            case Intervention.Done(Order order) -> view(order);
            case Intervention.Refused(String why) -> throw RefusedException.badRequest(why);
            case Intervention.Unknown() -> throw new RefusedException(404, "no such order");
        };
    }

    private static ObjectNode view(Order order) {
        return Json.object()
                .put("order_id", order.id())
                .put("client_order_id", order.origin().clientId())
                .put("instrument", order.terms().instrument().id())
                .put("side", order.terms().side().name())
                .put("status", order.status().name())
                .put("reason", order.stage().reason())
                .put("filled_quantity", order.progress().quantity().toString())
                .put("filled_value", order.progress().value().toString());
    }
}
