package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.simulator.engine.Acceptance;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.NewOrder;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.engine.Terms;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.OrderPost;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Switchboard;
import org.jspecify.annotations.Nullable;

/** New orders and their previews. */
final class PrimeEntry {
    private final Engine engine;
    private final Switchboard switchboard;
    private final String portfolio;

    PrimeEntry(Engine engine, Switchboard switchboard, String portfolio) {
        this.engine = engine;
        this.switchboard = switchboard;
        this.portfolio = portfolio;
    }

    /** Takes a new order, with whatever fault is due. */
    Answer create(Request request) {
        checkType(request);
        Fields fields = OrderForm.order(request.body(), portfolio);
        fields.text("client_order_id").ifPresent(switchboard.log()::notePost);
        return switchboard
                .faults()
                .around(
                        new OrderPost() {
                            @Override
                            public Answer take(@Nullable String doom) {
                                return accept(fields, doom);
                            }

                            @Override
                            public Answer refuse(int status, String message) {
                                return Answer.json(status, Json.object().put("message", message));
                            }
                        });
    }

    JsonNode preview(Request request) {
        checkType(request);
        Fields fields = OrderForm.preview(request.body(), portfolio);
        Terms terms = TermsForm.read(fields, switchboard.clock().instant());
        return PreviewJson.of(portfolio, engine.estimate(terms), OrderForm.notes(fields));
    }

    private Answer accept(Fields fields, @Nullable String doom) {
        String clientId = fields.required("client_order_id");
        Terms terms = TermsForm.read(fields, switchboard.clock().instant());
        NewOrder order = new NewOrder(clientId, terms, OrderForm.notes(fields), doom);
        return switch (engine.accept(order)) {
            case Acceptance.Taken(Order taken) ->
                    Answer.json(200, Json.object().put("order_id", taken.id()));
            case Acceptance.Duplicate() ->
                    throw RefusedException.badRequest("duplicate client order ID: " + clientId);
        };
    }

    static void checkType(Request request) {
        String type = request.header("Content-Type").orElse("");
        if (!type.startsWith("application/json")) {
            throw RefusedException.badRequest("Content-Type must be application/json");
        }
    }
}
