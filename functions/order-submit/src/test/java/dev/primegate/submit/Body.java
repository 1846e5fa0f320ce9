package dev.primegate.submit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.order.Account;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.OrderId;
import dev.primegate.order.Tenant;

/** Bodies of submissions for tests. */
final class Body {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    /** A limit order to buy 0.01 BTC at 60000. */
    static Body limit(String clOrdId) {
        return new Body()
                .with("account", "main")
                .with("clOrdId", clOrdId)
                .with("symbol", "BTC-USD")
                .with("side", "BUY")
                .with("ordType", "LIMIT")
                .with("timeInForce", "GTC")
                .with("orderQty", "0.01")
                .with("price", "60000")
                .with("desk", "delta")
                .with("trader", "jane");
    }

    static String orderId(String clOrdId) {
        return OrderId.of(new Tenant("fund"), new Account("main"), new ClOrdId(clOrdId)).text();
    }

    Body with(String field, String value) {
        json.put(field, value);
        return this;
    }

    Body withNumber(String field, int value) {
        json.put(field, value);
        return this;
    }

    Body without(String field) {
        json.remove(field);
        return this;
    }

    String build() {
        return json.toString();
    }
}
