package dev.primegate.alerting;

import dev.primegate.risk.HaltScope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs links that halt, and knows its own. It never shows itself. */
public final class HaltLinkKey {
    private static final String ALGORITHM = "HmacSHA256";

    /** So that no other use of the key makes a link. */
    private static final String PURPOSE = "primegate halt link 1";

    private static final int SHORTEST = 32;

    private final SecretKeySpec key;

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException if it is so short that it might be guessed
     */
    public HaltLinkKey(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "a key of halt links has %d bytes; it needs %d"
                            .formatted(bytes.length, SHORTEST));
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** What follows the question mark of the link. */
    public String query(HaltLink link) {
        String until = Long.toString(link.until().getEpochSecond());
        return "scope=%s&incident=%s&until=%s&signature=%s"
                .formatted(
                        encoded(link.scope().text()),
                        encoded(link.incident()),
                        until,
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(mac(link.scope().text(), link.incident(), until)));
    }

    /** Judges the parts of a link; what it says is read only after it was found to be ours. */
    public HaltLinkCheck check(
            String scope, String incident, String until, String signature, Instant now) {
        if (!MessageDigest.isEqual(mac(scope, incident, until), decoded(signature))) {
            return new HaltLinkCheck.Forged();
        }
        Instant end = end(until);
        return now.isBefore(end)
                ? new HaltLinkCheck.Good(new HaltLink(new HaltScope(scope), incident, end))
                : new HaltLinkCheck.Expired(end);
    }

    /** Each part goes in with its length: or the end of one could pass for the begin of another. */
    private byte[] mac(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE.getBytes(StandardCharsets.UTF_8));
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update("/%d/".formatted(bytes.length).getBytes(StandardCharsets.UTF_8));
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** What is no Base64 is no signature of ours. */
    private static byte[] decoded(String signature) {
        try {
            return Base64.getUrlDecoder().decode(signature);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static Instant end(String until) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(until));
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalStateException("we signed a time that is none: " + until, e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "HaltLinkKey[***]";
    }
}
