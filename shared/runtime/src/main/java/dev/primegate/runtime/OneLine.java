package dev.primegate.runtime;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Keeps each message of the log on its line, whatever a caller or a broker put into it: a line
 * break would begin a line that nobody wrote, an escape would move a terminal's cursor, and a mark
 * of direction would show another text than there is. Stack traces keep their lines.
 */
@LoggingFilter(name = "one-line")
public final class OneLine implements Filter {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    private final PatternFormatter formatter = new PatternFormatter();

    /** Passes every record; what cannot be seen in its message is written as {@code \\u000a}. */
    @Override
    public boolean isLoggable(LogRecord log) {
        if (log instanceof ExtLogRecord full) {
            String message = formatter.formatMessage(full);
            if (message != null && UNSEEN.matcher(message).find()) {
                full.setMessage(seen(message), ExtLogRecord.FormatStyle.NO_FORMAT);
                full.setParameters(null);
            }
        }
        return true;
    }

    static String seen(String message) {
        return UNSEEN.matcher(message)
                .replaceAll(match -> "\\\\u%04x".formatted((int) match.group().charAt(0)));
    }
}
