package dev.primegate.submit;

import dev.primegate.telemetry.MetricLines;
import dev.primegate.telemetry.Trace;
import dev.primegate.telemetry.Traces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Takes the caller's trace, or begins one, names it in the answer, and lets out what was measured.
 */
class Tracing {
    private static final Logger LOG = Logger.getLogger(Tracing.class);

    private final Traces traces;
    private final MetricLines lines;

    Tracing(Traces traces, MetricLines lines) {
        this.traces = traces;
        this.lines = lines;
    }

    /** Before anything can go wrong, so that every problem names its trace. */
    @ServerRequestFilter(preMatching = true)
    public void enter(ContainerRequestContext request) {
        List<String> named = request.getHeaders().getOrDefault(Trace.HEADER, List.of());
        // Two of them are of nobody.
        var _ = traces.enter(named.size() == 1 ? named.getFirst() : null);
    }

    @ServerResponseFilter
    public void leave(ContainerResponseContext response) {
        Traces.current()
                .ifPresent(trace -> response.getHeaders().putSingle(Trace.HEADER, trace.header()));
        Traces.leave();
        try {
            lines.write();
        } catch (RuntimeException e) {
            // The answer may be that an order was sent: it goes out whatever becomes of figures.
            LOG.errorf(e, "event=metrics-not-written");
        }
    }
}
