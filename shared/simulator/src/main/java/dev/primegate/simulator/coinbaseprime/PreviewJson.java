package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Estimate;
import dev.primegate.simulator.engine.Progress;
import dev.primegate.simulator.wire.Json;
import java.util.List;
import java.util.Map;

/** The answer to a preview. Slippage is a part of the best price: 0.0005 is five basis points. */
final class PreviewJson {
    private static final List<String> ORDERS_ONLY =
            List.of("post_only", "peg_offset_type", "offset", "wig_level");

    private PreviewJson() {}

    static ObjectNode of(String portfolio, Estimate estimate, Map<String, String> notes) {
        Progress progress = estimate.progress();
        ObjectNode json = Json.object();
        OrderJson.terms(json, estimate.terms(), notes);
        json.remove(ORDERS_ONLY);
        return json.put("portfolio_id", portfolio)
                .put("commission", progress.commission().toString())
                .put("slippage", estimate.slippage().toString())
                .put("best_bid", estimate.quote().bid().toString())
                .put("best_ask", estimate.quote().offer().toString())
                .put(
                        "average_filled_price",
                        progress.averagePrice().orElse(Decimal10.ZERO).toString())
                .put("order_total", estimate.total().toString());
    }
}
