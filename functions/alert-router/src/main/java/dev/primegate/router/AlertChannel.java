package dev.primegate.router;

import dev.primegate.alert.Alert;
import dev.primegate.telemetry.Traces;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes alerts off the channel. Returning acknowledges one; throwing does not. */
@ApplicationScoped
class AlertChannel {
    static final String NAME = "alerts";

    private final RouteAlert routeAlert;
    private final Traces traces;

    AlertChannel(RouteAlert routeAlert, Traces traces) {
        this.routeAlert = routeAlert;
        this.traces = traces;
    }

    /**
     * For the trace that the alert names. In no order: one that waits for its retries does not hold
     * the others up.
     */
    @Incoming(NAME)
    @Blocking(ordered = false)
    void take(Alert alert) {
        traces.within(
                Optional.ofNullable(alert.details().get("traceId")).flatMap(traces::of),
                () -> routeAlert.route(alert));
    }
}
