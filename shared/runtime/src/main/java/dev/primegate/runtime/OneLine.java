package dev.primegate.runtime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps each message of the log on its line, whatever a caller or a broker put into it: a line
 * break would begin a line that nobody wrote, an escape would move a terminal's cursor, and a mark
 * of direction would show another text than there is. Stack traces keep their lines.
 */
final class OneLine {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    private OneLine() {}

    /** The message; what cannot be seen in it is written as {@code \\u000a}. */
    static String seen(String message) {
        Matcher unseen = UNSEEN.matcher(message);
        return unseen.find()
                ? unseen.replaceAll(match -> "\\\\u%04x".formatted((int) match.group().charAt(0)))
                : message;
    }
}
