package dev.primegate.broker.alpacabroker;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The id of an event: <a href="https://github.com/ulid/spec">ten characters of time</a> in
 * milliseconds, then sixteen of chance, so that ids sort by time as text.
 */
record Ulid(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");
    private static final int TIME_CHARACTERS = 10;
    private static final int CHANCE_CHARACTERS = 16;
    private static final int BITS = 5;

    Ulid {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("event id does not match " + SHAPE);
        }
    }

    /** No id of that millisecond, or of a later one, is before this. */
    static Ulid first(Instant time) {
        return new Ulid(prefix(time) + "0".repeat(CHANCE_CHARACTERS));
    }

    /** No id of that millisecond, or of an earlier one, is after this. */
    static Ulid last(Instant time) {
        return new Ulid(prefix(time) + "Z".repeat(CHANCE_CHARACTERS));
    }

    /** When the event was noted. */
    Instant time() {
        long millis = 0;
        for (int i = 0; i < TIME_CHARACTERS; i++) {
            millis = (millis << BITS) | ALPHABET.indexOf(text.charAt(i));
        }
        return Instant.ofEpochMilli(millis);
    }

    private static String prefix(Instant time) {
        long millis = time.toEpochMilli();
        StringBuilder prefix = new StringBuilder(TIME_CHARACTERS);
        for (int shift = BITS * (TIME_CHARACTERS - 1); shift >= 0; shift -= BITS) {
            prefix.append(ALPHABET.charAt((int) (millis >>> shift) & 31));
        }
        return prefix.toString();
    }
}
