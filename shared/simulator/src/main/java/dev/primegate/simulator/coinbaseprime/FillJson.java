package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.engine.Fill;
import dev.primegate.simulator.engine.Terms;
import dev.primegate.simulator.wire.Json;

/** The fill object; it has no client order id, as Prime's has none. */
final class FillJson {
    private FillJson() {}

    static ObjectNode of(Fill fill, Terms terms) {
        return Json.object()
                .put("id", fill.id())
                .put("order_id", fill.orderId())
                .put("product_id", terms.instrument().id())
                .put("client_product_id", terms.instrument().id())
                .put("product_type", "SPOT")
                .put("side", terms.side().name())
                .put("filled_quantity", fill.trade().quantity().toString())
                .put("filled_value", fill.trade().value().toString())
                .put("price", fill.trade().price().toString())
                .put("time", fill.at().toString())
                .put("commission", fill.commission().toString())
                .put("venue", "Coinbase Exchange")
                .put("venue_fees", "0")
                .put("ces_commission", "0")
                .set("commission_detail_total", CommissionJson.of(fill.commission()));
    }
}
