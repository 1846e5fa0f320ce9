package dev.primegate.broker.coinbaseprime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The messages that subscribe a connection; each is signed when it is made. */
final class PrimeSubscriptions {
    private final PrimeKey key;
    private final List<String> products;

    PrimeSubscriptions(PrimeKey key, List<String> products) {
        this.key = key;
        this.products = products;
    }

    List<String> messages(Instant now) {
        return Stream.of("heartbeats", "orders", "l2_data")
                .map(channel -> message(channel, now))
                .toList();
    }

    private String message(String channel, Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "subscribe");
        json.put("channel", channel);
        json.put("access_key", key.accessKey());
        json.put("api_key_id", key.svcAccountId());
        json.put("timestamp", PrimeSigner.timestamp(now));
        json.put("passphrase", key.passphrase());
        json.put("signature", new PrimeSigner(key).subscription(now, channel, products));
        json.put("portfolio_id", key.portfolioId());
        ArrayNode ids = json.putArray("product_ids");
        products.forEach(ids::add);
        return json.toString();
    }
}
