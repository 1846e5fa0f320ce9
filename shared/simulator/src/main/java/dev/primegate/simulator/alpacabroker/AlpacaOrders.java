package dev.primegate.simulator.alpacabroker;

import dev.primegate.simulator.engine.Acceptance;
import dev.primegate.simulator.engine.Cancellation;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.NewOrder;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.OrderPost;
import dev.primegate.simulator.wire.Query;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Switchboard;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders: placed, found, listed and cancelled. */
final class AlpacaOrders {
    private static final int NO_CONTENT = 204;
    private static final int UNPROCESSABLE = 422;
    private static final long NOT_UNIQUE = 40_010_001;
    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final Engine engine;
    private final AlpacaJson json;
    private final Switchboard switchboard;

    AlpacaOrders(Engine engine, AlpacaJson json, Switchboard switchboard) {
        this.engine = engine;
        this.json = json;
        this.switchboard = switchboard;
    }

    Answer create(Request request) {
        OrderForm form = OrderForm.of(request.body(), switchboard.clock().instant());
        String clientId = form.clientId();
        switchboard.log().notePost(clientId);
        return switchboard
                .faults()
                .around(
                        new OrderPost() {
                            @Override
                            public Answer take(@Nullable String doom) {
                                return accept(form.order(clientId, doom));
                            }

                            @Override
                            public Answer refuse(int status, String message) {
                                return AlpacaJson.problem(status, message);
                            }
                        });
    }

    Answer get(Request request) {
        return Answer.json(200, json.order(order(request)));
    }

    Answer byClientId(Request request) {
        request.query().allow(Set.of("client_order_id"));
        String id = request.query().one("client_order_id").orElse("");
        Words.refuseIf(id.isEmpty(), "client_order_id is required");
        return engine.orders().stream()
                .filter(order -> order.origin().clientId().equals(id))
                .reduce((_, later) -> later)
                .map(order -> Answer.json(200, json.order(order)))
                .orElseThrow(AlpacaOrders::unknown);
    }

    Answer list(Request request) {
        Query query = request.query();
        query.allow(Set.of("status", "limit", "after", "until", "direction", "symbols", "nested"));
        int limit = query.number("limit").orElse(USUAL);
        Words.refuseIf(limit < 1 || limit > MOST, "limit must be from 1 to 500");
        String status = word(query, "status", "open", List.of("open", "closed", "all"));
        String direction = word(query, "direction", "desc", List.of("asc", "desc"));
        Instant after = query.time("after").orElse(Instant.MIN);
        Instant until = query.time("until").orElse(Instant.MAX);
        Optional<String> symbols = query.one("symbols");
        Comparator<Order> oldest = Comparator.comparingLong(order -> order.origin().number());
        List<Order> wanted =
                engine.orders().stream()
                        .filter(o -> status.equals("all") || isOpen(o) == status.equals("open"))
                        .filter(o -> o.origin().createdAt().isAfter(after))
                        .filter(o -> o.origin().createdAt().isBefore(until))
                        .filter(o ->
                                symbols.map(s -> List.of(s.split(",", -1)))
                                        .map(s -> s.contains(o.terms().instrument().id()))
                                        .orElse(true))
                        .sorted(direction.equals("asc") ? oldest : oldest.reversed())
                        .limit(limit)
                        .toList();
        return Answer.json(200, Json.array(wanted, json::order));
    }

    /** It ends a moment later. */
    Answer cancel(Request request) {
        return switch (engine.cancel(order(request).id())) {
            case Cancellation.Noted _ -> Answer.empty(NO_CONTENT);
            case Cancellation.TooLate(Order ended) ->
                    AlpacaJson.problem(
                            UNPROCESSABLE,
                            "order is already in \"%s\" state".formatted(Words.status(ended)));
            case Cancellation.Unknown() -> throw unknown();
        };
    }

    private Answer accept(NewOrder order) {
        return switch (engine.accept(order)) {
            case Acceptance.Taken(Order taken) -> Answer.json(200, json.order(taken));
            case Acceptance.Duplicate() ->
                    AlpacaJson.problem(UNPROCESSABLE, NOT_UNIQUE, "client_order_id must be unique");
        };
    }

    private Order order(Request request) {
        return engine.order(request.segments().getLast()).orElseThrow(AlpacaOrders::unknown);
    }

    private static String word(Query query, String name, String usual, List<String> words) {
        return Words.oneOf(name, query.one(name).orElse(usual), words);
    }

    private static boolean isOpen(Order order) {
        return order.status().isLive();
    }

    private static RefusedException unknown() {
        return new RefusedException(404, "order not found");
    }
}
