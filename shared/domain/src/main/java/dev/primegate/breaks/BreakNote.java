package dev.primegate.breaks;

import java.time.Instant;

/**
 * A step that was taken.
 *
 * @param version of the break that came of it
 * @param text why, with the reason code in front where there is one
 */
public record BreakNote(Instant at, String by, String step, long version, String text) {
    static final String FOUND = "FOUND";
    static final String RETURNED = "RETURNED";
}
