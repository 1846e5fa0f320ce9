package dev.primegate.runtime;

import io.quarkus.logging.LoggingFilter;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * What every line of the log goes through: no secret is in it, and its message stays {@link
 * OneLine}. A record with neither is left as it is.
 */
@LoggingFilter(name = "safe")
public final class SafeLog implements Filter {
    private final PatternFormatter formatter = new PatternFormatter();

    /** Passes every record, changed where it has to be. */
    @Override
    public boolean isLoggable(LogRecord log) {
        if (log instanceof ExtLogRecord full) {
            message(full);
            context(full);
        }
        Throwable thrown = log.getThrown();
        if (thrown != null) {
            log.setThrown(Unspoken.of(thrown));
        }
        return true;
    }

    private void message(ExtLogRecord log) {
        String message = formatter.formatMessage(log);
        if (message != null) {
            String safe = OneLine.seen(Redaction.redacted(message));
            if (!safe.equals(message)) {
                log.setMessage(safe, ExtLogRecord.FormatStyle.NO_FORMAT);
                log.setParameters(null);
            }
        }
    }

    private static void context(ExtLogRecord log) {
        Map<String, String> context = log.getMdcCopy();
        Map<String, String> safe = new HashMap<>();
        context.forEach((name, value) -> {
            if (value != null) {
                safe.put(name, Redaction.redacted(value));
            }
        });
        if (!safe.equals(context)) {
            log.setMdc(safe);
        }
    }
}
