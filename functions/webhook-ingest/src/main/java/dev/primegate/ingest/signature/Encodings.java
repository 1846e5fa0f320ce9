package dev.primegate.ingest.signature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How signatures and times are spelled. What is not spelled exactly so is not there. */
final class Encodings {
    /** Ten or eleven digits: neither a sign, nor milliseconds, nor a year of five digits. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{10,11}");

    private static final Pattern MILLIS = Pattern.compile("[0-9]{13,14}");
    private static final Pattern MAC_IN_HEX = Pattern.compile("[0-9a-fA-F]{64}");

    private Encodings() {}

    static Optional<Instant> seconds(String text) {
        return SECONDS.matcher(text).matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
                : Optional.empty();
    }

    static Optional<Instant> millis(String text) {
        return MILLIS.matcher(text).matches()
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(text)))
                : Optional.empty();
    }

    static Optional<byte[]> hex(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Only the one spelling that an encoder makes: with its padding, and no stray bits. */
    static Optional<byte[]> base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text)
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A MAC of 32 bytes in hex, or anything in base64: the two cannot be taken for one another. */
    static Optional<byte[]> signature(String text) {
        return MAC_IN_HEX.matcher(text).matches() ? hex(text) : base64(text);
    }

    /** What stands in base64 behind {@code prefix}, in those words that begin with it. */
    static List<byte[]> after(String prefix, String... words) {
        List<byte[]> signatures = new ArrayList<>();
        for (String word : words) {
            if (word.startsWith(prefix)) {
                base64(word.substring(prefix.length())).ifPresent(signatures::add);
            }
        }
        return signatures;
    }
}
