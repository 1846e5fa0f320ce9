package dev.primegate.broker.kit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.OrderId;
import dev.primegate.telemetry.LatencySplit;
import dev.primegate.telemetry.Trace;
import dev.primegate.telemetry.Traces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Every exchange with a broker, one JSON line each, to a log category of its own, so that it can be
 * kept elsewhere and longer. What is shown of it {@link Redacted} decides.
 */
@Singleton
class ExchangeLog {
    /** Where the lines go; nothing else goes there. */
    static final String CATEGORY = "primegate.exchanges";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Traces traces;

    ExchangeLog(Traces traces) {
        this.traces = traces;
    }

    /** The trace of the next call: of the request it is made for, with a span of its own. */
    Trace trace() {
        return traces.next();
    }

    void write(Entry entry) {
        LOG.info(line(entry));
    }

    static String line(Entry entry) {
        ObjectNode line = JSON.createObjectNode();
        line.put("broker", entry.broker.name());
        entry.order.ifPresent(order -> line.put("order", order.toString()));
        line.put("traceId", entry.exchange.trace().id());
        line.put("spanId", entry.exchange.trace().span());
        line.put("outcome", Exchanges.outcome(entry.answer).name());
        line.put("took_ms", LatencySplit.millis(entry.took));
        entry.exchange.sent().ifPresent(sent -> put(line.putObject("request"), sent));
        ObjectNode response = line.putObject("response");
        switch (entry.answer) {
            case Answer.Whole whole -> {
                response.put("status", whole.status());
                Redacted.body(whole.body()).into(response);
            }
            case Answer.Held(String why) -> response.put("none", why);
            case Answer.Unsent(String why) -> response.put("none", why);
            case Answer.Broken(String why) -> response.put("none", why);
        }
        return line.toString();
    }

    private static void put(ObjectNode request, Exchange.Sent sent) {
        request.put("method", sent.method());
        request.put("path", Redacted.path(sent.path()));
        request.set("parameters", Redacted.names(sent.parameters()));
        request.set("headers", Redacted.headers(sent.headers()));
        Redacted.body(sent.body()).into(request);
    }

    /** One exchange. */
    record Entry(
            BrokerId broker,
            Exchange exchange,
            Optional<OrderId> order,
            Answer answer,
            Duration took) {}
}
