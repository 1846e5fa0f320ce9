package dev.primegate.submit;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** What the log says while it is open, line by line as the console has it. */
final class HeardLog extends ExtHandler implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** Hears everything from now on, by the console's own filter. */
    static HeardLog open() {
        HeardLog log = new HeardLog();
        log.setFilter(console().getFilter());
        log.setFormatter(new PatternFormatter("%s%e"));
        LogContext.getLogContext().getLogger("").addHandler(log);
        return log;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    protected void doPublish(ExtLogRecord log) {
        lines.add(getFormatter().format(log));
    }

    @Override
    public void close() {
        LogContext.getLogContext().getLogger("").removeHandler(this);
    }

    private static Handler console() {
        return Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
