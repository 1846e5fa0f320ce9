package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.kit.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Signs requests as <a href="https://docs.cdp.coinbase.com/prime/rest-api/authentication">Prime
 * asks for</a>: base64 of HMAC-SHA256 over timestamp, method, path and body. The query is not
 * signed, and the key, though it looks like base64, is taken as it stands.
 */
final class PrimeSigner {
    static final String KEY = "X-CB-ACCESS-KEY";
    static final String PASSPHRASE = "X-CB-ACCESS-PASSPHRASE";
    static final String TIMESTAMP = "X-CB-ACCESS-TIMESTAMP";
    static final String SIGNATURE = "X-CB-ACCESS-SIGNATURE";

    private final PrimeKey key;

    PrimeSigner(PrimeKey key) {
        this.key = key;
    }

    /** The four headers of a REST call. */
    Map<String, String> headers(Instant now, String method, String path, String body) {
        String timestamp = timestamp(now);
        Map<String, String> headers = new TreeMap<>();
        headers.put(KEY, key.accessKey());
        headers.put(PASSPHRASE, key.passphrase());
        headers.put(TIMESTAMP, timestamp);
        headers.put(SIGNATURE, sign(timestamp + method + path + body));
        return headers;
    }

    /** The signature of a subscription; only the {@code orders} channel names the portfolio. */
    String subscription(Instant now, String channel, List<String> products) {
        String portfolio = channel.equals("orders") ? key.portfolioId() : "";
        return sign(
                channel
                        + key.accessKey()
                        + key.svcAccountId()
                        + timestamp(now)
                        + portfolio
                        + String.join("", products));
    }

    /** Whole seconds: Prime refuses fractions. */
    static String timestamp(Instant now) {
        return Long.toString(now.getEpochSecond());
    }

    private String sign(String text) {
        return Hmac.base64(key.signingKey().getBytes(StandardCharsets.UTF_8), text);
    }
}
