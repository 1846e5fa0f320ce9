package dev.primegate.simulator.falconx;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Base64 of HMAC-SHA256 under a key that is base64 itself, and the 30 seconds in which it counts.
 */
final class FalconXSignature {
    private static final BigDecimal WINDOW = BigDecimal.valueOf(30);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,9})?");
    private static final String HMAC = "HmacSHA256";

    private final byte[] key;

    FalconXSignature(String secret) {
        this.key = Base64.getDecoder().decode(secret);
    }

    boolean matches(String signature, String text) {
        // In constant time, as a broker would.
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.UTF_8),
                of(text).getBytes(StandardCharsets.UTF_8));
    }

    String of(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no " + HMAC, e);
        }
    }

    /** Seconds, with decimals if the client likes. */
    static boolean isSeconds(String timestamp) {
        return SECONDS.matcher(timestamp).matches();
    }

    /** Whether {@code timestamp} is within 30 seconds of {@code now}, either way. */
    static boolean isFresh(String timestamp, Instant now) {
        BigDecimal second =
                BigDecimal.valueOf(now.getEpochSecond()).add(BigDecimal.valueOf(now.getNano(), 9));
        return new BigDecimal(timestamp).subtract(second).abs().compareTo(WINDOW) <= 0;
    }
}
