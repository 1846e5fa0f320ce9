package dev.primegate.simulator.clearstreet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Fill;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.engine.Status;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Json;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders, trades and errors as objects: amounts are strings, averages are noisy numbers. */
final class StudioJson {
    private static final BigDecimal NOISE = new BigDecimal("0.00000000000005");

    private final ClearStreetCredentials credentials;
    private final StudioDay day;

    StudioJson(ClearStreetCredentials credentials, StudioDay day) {
        this.credentials = credentials;
        this.day = day;
    }

    ObjectNode account() {
        return Json.object()
                .put("account_id", credentials.accountId())
                .put("account_number", credentials.accountNumber());
    }

    ObjectNode order(Order order) {
        Map<String, String> notes = order.origin().notes();
        String symbol = order.terms().instrument().id();
        ObjectNode json =
                account()
                        .put("created_at", order.origin().createdAt().toEpochMilli())
                        .put("updated_at", day.movedAt(order).toEpochMilli())
                        .put("order_id", order.id())
                        .put("version", version(order))
                        .put("state", Words.state(order))
                        .put("status", Words.status(order))
                        .put("symbol", symbol)
                        .put("order_type", notes.get("order_type"))
                        .put("side", notes.get("side"))
                        .put("quantity", notes.get("quantity"))
                        .put("time_in_force", notes.get("time_in_force"))
                        .put("filled_quantity", order.progress().quantity().toString())
                        .put("running_position", day.position(symbol, "").toString());
        put(json, "reference_id", notes.get("reference_id"));
        put(json, "price", notes.get("price"));
        put(json, "stop_price", notes.get("stop_price"));
        put(json, "text", order.stage().reason());
        if (notes.containsKey("strategy")) {
            json.putObject("strategy").put("type", notes.get("strategy"));
        }
        order.progress().averagePrice().ifPresent(price -> json.put("average_price", noisy(price)));
        return json;
    }

    ObjectNode trade(Fill fill) {
        Order order = day.orderOf(fill);
        String symbol = order.terms().instrument().id();
        return account()
                .put("created_at", fill.at().toEpochMilli())
                .put("trade_id", fill.id())
                .put("order_id", fill.orderId())
                .put("symbol", symbol)
                .put("side", order.origin().notes().get("side"))
                .put("quantity", fill.trade().quantity().toString())
                .put("price", fill.trade().price().toString())
                .put("running_position", day.position(symbol, fill.id()).toString());
    }

    /** An error of RFC 9457, served as any JSON. */
    static Answer problem(int status, String detail) {
        return Answer.json(
                status,
                Json.object()
                        .put("type", "https://docs.clearstreet.io/problems/" + status)
                        .put("title", "Request failed")
                        .put("status", status)
                        .put("detail", detail));
    }

    /** As a number that a double has been through. */
    static BigDecimal noisy(Decimal10 amount) {
        return amount.toBigDecimal().add(NOISE);
    }

    /** One more with each change: what an order went through tells how many there were. */
    private int version(Order order) {
        int fills = day.engine().fillsOf(order.id()).size();
        int opened = order.status() == Status.PENDING ? 0 : 1;
        int ended = order.status().isLive() || order.status() == Status.FILLED ? 0 : 1;
        return 1 + fills + opened + ended + (order.stage().cancelling() ? 1 : 0);
    }

    private static void put(ObjectNode json, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            json.put(name, text);
        }
    }
}
