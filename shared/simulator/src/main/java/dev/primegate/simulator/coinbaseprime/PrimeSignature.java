package dev.primegate.simulator.coinbaseprime;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Base64 of HMAC-SHA256, and the 30 seconds in which it counts. */
final class PrimeSignature {
    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final String HMAC = "HmacSHA256";

    private final String signingKey;

    PrimeSignature(String signingKey) {
        this.signingKey = signingKey;
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
            mac.init(new SecretKeySpec(signingKey.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no " + HMAC, e);
        }
    }

    /** Whole seconds only. */
    static boolean isSeconds(String timestamp) {
        return SECONDS.matcher(timestamp).matches();
    }

    /** Whether {@code timestamp} is within 30 seconds of {@code now}, either way. */
    static boolean isFresh(String timestamp, Instant now) {
        Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
        Instant second = Instant.ofEpochSecond(now.getEpochSecond());
        return Duration.between(signed, second).abs().compareTo(WINDOW) <= 0;
    }
}
