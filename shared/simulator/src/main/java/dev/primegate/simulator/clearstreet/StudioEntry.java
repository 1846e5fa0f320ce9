package dev.primegate.simulator.clearstreet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.OrderPost;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Switchboard;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** New orders, alone and in bulk. That one was received does not say that it is accepted. */
final class StudioEntry {
    private static final int CREATED = 201;
    private static final int MOST = 1_000;

    private final StudioDay day;
    private final StudioLocates locates;
    private final Switchboard switchboard;

    StudioEntry(StudioDay day, StudioLocates locates, Switchboard switchboard) {
        this.day = day;
        this.locates = locates;
        this.switchboard = switchboard;
    }

    Answer one(Request request) {
        OrderForm form = OrderForm.of(request.body(), day);
        switchboard.log().notePost(form.reference());
        return around(
                doom -> Answer.json(CREATED, Json.object().put("order_id", take(form, doom).id())));
    }

    Answer bulk(Request request) {
        List<JsonNode> orders = Fields.exactly(request.body(), Set.of("orders")).array("orders");
        if (orders.isEmpty() || orders.size() > MOST) {
            throw RefusedException.badRequest("orders must hold 1 to 1000, not " + orders.size());
        }
        orders.forEach(order -> switchboard.log().notePost(order.path("reference_id").asText()));
        return around(doom -> bulk(orders, doom));
    }

    private Answer bulk(List<JsonNode> orders, @Nullable String doom) {
        List<ObjectNode> results = orders.stream().map(order -> submit(order, doom)).toList();
        long submitted = results.stream().filter(r -> r.path("submitted").asBoolean()).count();
        ObjectNode answer =
                Json.object()
                        .put("submitted", submitted)
                        .put("rejected", results.size() - submitted);
        answer.set("data", Json.array(results, each -> each));
        return Answer.json(CREATED, answer);
    }

    /** One of many: what is wrong with it is not the others' trouble. */
    private ObjectNode submit(JsonNode order, @Nullable String doom) {
        try {
            return Json.object()
                    .put("submitted", true)
                    .put("order_id", take(OrderForm.of(order, day), doom).id());
        } catch (RefusedException e) {
            return Json.object().put("submitted", false).put("reason", e.reason());
        }
    }

    private Order take(OrderForm form, @Nullable String doom) {
        if (form.isShort()) {
            locates.use(form.instrument().id(), form.quantity());
        }
        return day.engine().take(form.order(doom));
    }

    private Answer around(Function<@Nullable String, Answer> taking) {
        return switchboard
                .faults()
                .around(
                        new OrderPost() {
                            @Override
                            public Answer take(@Nullable String doom) {
                                return taking.apply(doom);
                            }

                            @Override
                            public Answer refuse(int status, String message) {
                                return StudioJson.problem(status, message);
                            }
                        });
    }
}
