package dev.primegate.broker.falconx;

import dev.primegate.broker.kit.Hmac;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Signs requests as <a href="https://docs.falconx.io">FalconX</a> asks for: base64 of HMAC-SHA256
 * over timestamp, method, path with its query as it goes over the wire, and body. The key is the
 * decoded secret. In each of these Coinbase Prime does the opposite.
 */
final class FalconXSigner {
    static final String KEY = "FX-ACCESS-KEY";
    static final String PASSPHRASE = "FX-ACCESS-PASSPHRASE";
    static final String TIMESTAMP = "FX-ACCESS-TIMESTAMP";
    static final String SIGNATURE = "FX-ACCESS-SIGN";
    static final String STREAM = "/price.tickers";

    private static final int MILLIS = 3;

    private final FalconXKey key;

    FalconXSigner(FalconXKey key) {
        this.key = key;
    }

    /**
     * The four headers of a REST call.
     *
     * @param target path and query, percent-encoded
     */
    Map<String, String> headers(Instant now, String method, String target, String body) {
        String timestamp = timestamp(now);
        Map<String, String> headers = new TreeMap<>();
        headers.put(KEY, key.apiKey());
        headers.put(PASSPHRASE, key.passphrase());
        headers.put(TIMESTAMP, timestamp);
        headers.put(SIGNATURE, sign(timestamp + method + target + body));
        return headers;
    }

    /** The signature of the message that opens the price stream; whole seconds there. */
    String stream(long second) {
        return sign(second + "GET" + STREAM);
    }

    /** Seconds, to the millisecond: a whole second would let a request look older than it is. */
    static String timestamp(Instant now) {
        BigDecimal seconds = BigDecimal.valueOf(now.toEpochMilli(), MILLIS).stripTrailingZeros();
        return seconds.toPlainString();
    }

    private String sign(String text) {
        return Hmac.base64(key.signingBytes(), text);
    }
}
