package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.engine.Progress;
import dev.primegate.simulator.engine.Terms;
import dev.primegate.simulator.wire.Json;
import java.util.Locale;

/**
 * An order as the orders channel tells it: other names than in REST, types and sides in lower case,
 * and no ids of fills.
 */
final class OrderNews {
    private final Engine engine;

    OrderNews(Engine engine) {
        this.engine = engine;
    }

    ObjectNode of(Order order) {
        Terms terms = order.terms();
        Progress progress = order.progress();
        ObjectNode json =
                Json.object()
                        .put("order_id", order.id())
                        .put("client_order_id", order.origin().clientId())
                        .put("cum_qty", progress.quantity().toString())
                        .put("leaves_qty", leaves(order).toString())
                        .put("avg_px", progress.averagePrice().orElse(Decimal10.ZERO).toString())
                        .put(
                                "net_avg_px",
                                progress.netAveragePrice(terms.side())
                                        .orElse(Decimal10.ZERO)
                                        .toString())
                        .put("status", order.status().name())
                        .put("product_id", terms.instrument().id());
        putUnlessEmpty(json, "user_context", order.stage().reason());
        putUnlessEmpty(json, "limit_px", terms.limit() == null ? "" : terms.limit().toString());
        json.put("order_type", lower(terms.kind()))
                .put("side", lower(terms.side()))
                .put("fees", progress.commission().toString());
        json.putObject("fee_details")
                .put("client_fee", progress.commission().toString())
                .put("financing_fee", "0")
                // The colon is in Coinbase's own example.
                .put("trading_desk_fee:", "0");
        return json;
    }

    /** For a quote-sized order what its money still buys at the market. */
    private Decimal10 leaves(Order order) {
        Terms terms = order.terms();
        return order.leaves(engine.quote(terms.instrument()).against(terms.side()));
    }

    private static void putUnlessEmpty(ObjectNode json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
