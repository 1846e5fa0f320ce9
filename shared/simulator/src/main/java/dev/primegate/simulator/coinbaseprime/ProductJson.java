package dev.primegate.simulator.coinbaseprime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.wire.Json;

/** The product object of a spot pair. */
final class ProductJson {
    private ProductJson() {}

    static ObjectNode of(Instrument instrument) {
        ObjectNode json = Json.object();
        json.put("id", instrument.id())
                .put("base_increment", instrument.increments().base().toString())
                .put("quote_increment", instrument.increments().quote().toString())
                .put("price_increment", instrument.increments().price().toString())
                .put("base_min_size", instrument.quantities().min().toString())
                .put("base_max_size", instrument.quantities().max().toString())
                .put("quote_min_size", instrument.values().min().toString())
                .put("quote_max_size", instrument.values().max().toString())
                .put("product_type", "SPOT");
        json.putArray("permissions").add("PRODUCT_PERMISSION_READ").add("PRODUCT_PERMISSION_TRADE");
        json.putObject("rfq_product_details")
                .put("tradable", false)
                .put("min_notional_size", "")
                .put("max_notional_size", "")
                .put("min_base_size", "")
                .put("max_base_size", "")
                .put("min_quote_size", "")
                .put("max_quote_size", "");
        // Only futures have these.
        json.putNull("fcm_trading_session_details").putNull("future_product_details");
        return json;
    }
}
