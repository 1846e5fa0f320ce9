package dev.primegate.simulator.clearstreet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Instruments;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stock to borrow: most is easy, some must be located before it is sold short. */
final class StudioLocates {
    private static final List<String> HARD = List.of("XOM");
    private static final Duration OFFER = Duration.ofMinutes(1);
    private static final Set<String> FIELDS =
            Set.of("symbol", "quantity", "mpid", "reference_id", "comments");

    private final Map<String, Located> all = new LinkedHashMap<>();
    private final Map<String, Decimal10> available = new LinkedHashMap<>();
    private final StudioDay day;
    private final StudioJson json;

    StudioLocates(StudioDay day, StudioJson json) {
        this.day = day;
        this.json = json;
    }

    synchronized Answer ask(Request request) {
        Fields fields = Fields.exactly(request.body(), FIELDS);
        String symbol = fields.required("symbol");
        Decimal10 quantity =
                fields.amount("quantity")
                        .orElseThrow(() -> RefusedException.badRequest("quantity is required"));
        if (Instruments.find(Instruments.stocks(), symbol).isEmpty()) {
            throw RefusedException.badRequest("unknown symbol: " + symbol);
        }
        String id = "locate-" + (all.size() + 1);
        Located located =
                new Located(
                        id,
                        symbol,
                        quantity,
                        fields.required("mpid"),
                        fields.required("reference_id"),
                        day.now(),
                        "offered");
        all.put(id, located);
        return Answer.json(200, view(located));
    }

    synchronized Answer list(Request request) {
        return Answer.json(
                200, Json.object().set("data", Json.array(List.copyOf(all.values()), this::view)));
    }

    synchronized Answer get(Request request) {
        return Answer.json(200, view(located(request)));
    }

    synchronized Answer reply(Request request) {
        boolean accept =
                Fields.exactly(request.body(), Set.of("accept"))
                        .flag("accept")
                        .orElseThrow(() -> RefusedException.badRequest("accept is required"));
        Located located = located(request);
        if (!status(located).equals("offered")) {
            throw RefusedException.badRequest("the locate order is " + status(located));
        }
        all.put(located.id(), located.with(accept ? "filled" : "declined"));
        if (accept) {
            available.merge(located.symbol(), located.quantity(), Decimal10::plus);
        }
        return Answer.json(200, Json.object());
    }

    /** Takes from what was located, if {@code symbol} is hard to borrow. */
    synchronized void use(String symbol, Decimal10 quantity) {
        Decimal10 left = available.getOrDefault(symbol, Decimal10.ZERO);
        if (!HARD.contains(symbol)) {
            return;
        }
        if (left.compareTo(quantity) < 0) {
            throw RefusedException.badRequest(
                    "%s is hard to borrow: %s located, %s wanted"
                            .formatted(symbol, left, quantity));
        }
        available.put(symbol, left.minus(quantity));
    }

    private Located located(Request request) {
        return Optional.ofNullable(all.get(request.segments().getLast()))
                .orElseThrow(() -> new RefusedException(404, "no such locate order"));
    }

    private String status(Located located) {
        boolean late = !day.now().isBefore(located.at().plus(OFFER));
        return located.status().equals("offered") && late ? "expired" : located.status();
    }

    private ObjectNode view(Located located) {
        ObjectNode view =
                json.account()
                        .put("locate_order_id", located.id())
                        .put("requested_at", located.at().toEpochMilli())
                        .put("updated_at", day.now().toEpochMilli())
                        .put("mpid", located.mpid())
                        .put("symbol", located.symbol())
                        .put("status", status(located))
                        .put("requested_quantity", located.quantity().toString())
                        .put("reference_id", located.reference())
                        .put("borrow_rate", "0.025")
                        .put("expires_at", located.at().plus(OFFER).toEpochMilli());
        if (located.status().equals("filled")) {
            view.put("locate_id", "L" + located.id())
                    .put("located_quantity", located.quantity().toString());
        }
        return view;
    }

    /** A request for stock, and what became of it. */
    private record Located(
            String id,
            String symbol,
            Decimal10 quantity,
            String mpid,
            String reference,
            Instant at,
            String status) {
        Located with(String next) {
            return new Located(id, symbol, quantity, mpid, reference, at, next);
        }
    }
}
