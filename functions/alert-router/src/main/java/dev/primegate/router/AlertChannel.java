package dev.primegate.router;

import dev.primegate.alert.Alert;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes alerts off the channel. Returning acknowledges one; throwing does not. */
@ApplicationScoped
class AlertChannel {
    static final String NAME = "alerts";

    private final RouteAlert routeAlert;

    AlertChannel(RouteAlert routeAlert) {
        this.routeAlert = routeAlert;
    }

    /** In no order: one that waits for its retries does not hold the others up. */
    @Incoming(NAME)
    @Blocking(ordered = false)
    void take(Alert alert) {
        routeAlert.route(alert);
    }
}
