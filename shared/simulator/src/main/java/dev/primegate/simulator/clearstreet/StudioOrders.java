package dev.primegate.simulator.clearstreet;

import dev.primegate.simulator.engine.Cancellation;
import dev.primegate.simulator.engine.Fill;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.Query;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Orders and trades of the day, read; and orders cancelled. */
final class StudioOrders {
    private static final int ATTEMPTED = 201;

    private final StudioDay day;
    private final Pages<Order> orders;
    private final Pages<Fill> trades;
    private final StudioJson json;

    StudioOrders(StudioDay day, StudioJson json) {
        this.day = day;
        this.json = json;
        this.orders = new Pages<>(Order::id, json::order);
        this.trades = new Pages<>(Fill::id, json::trade);
    }

    Answer list(Request request) {
        Query query = request.query();
        query.allow(Set.of("from", "to", "page_size", "page_token"));
        Instant from = query.millis("from").orElse(Instant.MIN);
        Instant to = query.millis("to").orElse(Instant.MAX);
        List<Order> wanted =
                day.orders().stream()
                        .filter(o -> !o.origin().createdAt().isBefore(from))
                        .filter(o -> !o.origin().createdAt().isAfter(to))
                        .toList();
        return Answer.json(200, orders.page(wanted, query));
    }

    Answer get(Request request) {
        return Answer.json(200, Json.object().set("order", json.order(order(request))));
    }

    /** Attempted is all that is said; the order ends a moment later. */
    Answer cancel(Request request) {
        return switch (day.engine().cancel(order(request).id())) {
            case Cancellation.Noted _ -> Answer.empty(ATTEMPTED);
            case Cancellation.TooLate(Order ended) ->
                    throw RefusedException.badRequest(
                            "the order cannot be cancelled: it is " + Words.status(ended));
            case Cancellation.Unknown() -> throw unknown();
        };
    }

    Answer cancelAll(Request request) {
        Query query = request.query();
        query.allow(Set.of("symbol", "symbol_format"));
        String only = query.one("symbol").orElse("");
        List<String> ids =
                day.orders().stream()
                        .filter(order -> order.status().isLive())
                        .filter(order ->
                                only.isEmpty() || only.equals(order.terms().instrument().id()))
                        .map(Order::id)
                        .toList();
        ids.forEach(id -> day.engine().cancel(id));
        return Answer.json(ATTEMPTED, Json.object().set("data", Json.texts(ids)));
    }

    Answer trades(Request request) {
        request.query().allow(Set.of("page_size", "page_token"));
        return Answer.json(200, trades.page(day.trades(), request.query()));
    }

    private Order order(Request request) {
        return day.engine().order(request.segments().getLast()).orElseThrow(StudioOrders::unknown);
    }

    private static RefusedException unknown() {
        return new RefusedException(404, "no such order");
    }
}
