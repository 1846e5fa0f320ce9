package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.engine.Progress;
import dev.primegate.simulator.engine.Size;
import dev.primegate.simulator.engine.Terms;
import dev.primegate.simulator.wire.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order object, every field of it: what has no value is empty text, a time without is null. */
final class OrderJson {
    static final String USER = "sim-user";

    private final String portfolio;

    OrderJson(String portfolio) {
        this.portfolio = portfolio;
    }

    ObjectNode of(Order order) {
        ObjectNode json = Json.object();
        who(json, order);
        terms(json, order.terms(), order.origin().notes());
        progress(json, order);
        json.put("user_context", order.stage().reason());
        json.putArray("order_edit_history");
        json.putArray("edit_history");
        return json;
    }

    private void who(ObjectNode json, Order order) {
        json.put("id", order.id())
                .put("user_id", USER)
                .put("portfolio_id", portfolio)
                .put("client_product_id", order.terms().instrument().id())
                .put("product_type", "SPOT")
                .put("client_order_id", order.origin().clientId())
                .put("created_at", order.origin().createdAt().toString());
    }

    static void terms(ObjectNode json, Terms terms, Map<String, String> notes) {
        json.put("product_id", terms.instrument().id())
                .put("side", terms.side().name())
                .put("type", notes.getOrDefault("type", terms.kind().name()))
                .put("base_quantity", terms.size() instanceof Size.Base(var size) ? "" + size : "")
                .put("quote_value", terms.size() instanceof Size.Quote(var value) ? "" + value : "")
                .put("limit_price", text(terms.limit()))
                .put("stop_price", text(terms.stop()))
                .put("start_time", notes.get("start_time"))
                .put("expiry_time", notes.get("expiry_time"))
                .put("time_in_force", Words.timeInForce(terms.lifetime()))
                .put("post_only", terms.postOnly())
                .put("is_raise_exact", "true".equals(notes.get("is_raise_exact")));
        for (String name :
                new String[] {"historical_pov", "display_quote_size", "display_base_size"}) {
            json.put(name, notes.getOrDefault(name, ""));
        }
        json.put("display_size", notes.getOrDefault("display_base_size", ""))
                .put("peg_offset_type", "")
                .put("offset", "")
                .put("wig_level", "");
    }

    private static void progress(ObjectNode json, Order order) {
        Progress progress = order.progress();
        json.put("status", order.status().name())
                .put("filled_quantity", progress.quantity().toString())
                .put("filled_value", progress.value().toString())
                .put("average_filled_price", text(progress.averagePrice().orElse(Decimal10.ZERO)))
                .put(
                        "net_average_filled_price",
                        text(progress.netAveragePrice(order.terms().side()).orElse(Decimal10.ZERO)))
                .put("commission", progress.commission().toString())
                .put("exchange_fee", "0")
                .set("commission_detail_total", CommissionJson.of(progress.commission()));
    }

    private static String text(@Nullable Decimal10 amount) {
        return amount == null ? "" : amount.toString();
    }
}
