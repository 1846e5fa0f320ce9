package dev.primegate.simulator.alpacabroker;

import java.time.Instant;

/** Ids of events: ten characters of time and sixteen that count, so that they sort as text. */
final class Ulids {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int LENGTH = 26;

    private Ulids() {}

    static String of(Instant time, long number) {
        return base32(time.toEpochMilli(), 10) + base32(number, 16);
    }

    /** The time in an id. */
    static Instant time(String id) {
        Words.refuseIf(id.length() != LENGTH, "not an event id: " + id);
        long millis = 0;
        for (char each : id.substring(0, 10).toCharArray()) {
            int digit = ALPHABET.indexOf(each);
            Words.refuseIf(digit < 0, "not an event id: " + id);
            millis = (millis << BITS) | digit;
        }
        return Instant.ofEpochMilli(millis);
    }

    private static String base32(long number, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int place = length - 1; place >= 0; place--) {
            int shift = place * BITS;
            int digit = shift < Long.SIZE ? (int) (number >>> shift) & 31 : 0;
            text.append(ALPHABET.charAt(digit));
        }
        return text.toString();
    }
}
