package dev.primegate.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A webhook as a sender that signs by Standard Webhooks sends it.
 *
 * @param timestamp seconds since 1970
 */
record SignedMessage(String id, String timestamp, String signature, String body) {
    /** The key of the simulated broker, in base64. */
    static final String KEY = "c2ltLXNpZ25pbmcta2V5LTMyLWJ5dGVzLWxvbmchISE=";

    static SignedMessage of(String id, Instant at, String body) {
        String timestamp = Long.toString(at.getEpochSecond());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
            byte[] signed =
                    mac.doFinal(
                            (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return new SignedMessage(
                    id, timestamp, "v1," + Base64.getEncoder().encodeToString(signed), body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** What an execution of an order says. */
    static SignedMessage executed(int number, Placed order, Instant at) {
        String body =
                """
                {"type":"order.executed","timestamp":"%s","data":{"orderId":"%s",\
                "brokerOrderId":"%s","execId":"exec-%d","symbol":"BTC-USD","side":"BUY",\
                "lastQty":"0.0001","lastPx":"30000.00","fee":"0.01","feeCurrency":"USD",\
                "transactTime":"%s"}}\
                """
                        .formatted(at, order.orderId(), order.brokerOrderId(), number, at);
        return of("bench-" + number, at, body);
    }

    /** An order that was taken. */
    record Placed(String orderId, String brokerOrderId) {}

    Optional<String> header(String name) {
        return Optional.ofNullable(headers().get(name));
    }

    Map<String, String> headers() {
        return Map.of(
                "webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signature);
    }
}
