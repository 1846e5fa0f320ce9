package dev.primegate.router;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.Arrivals;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.alert.routing.RoutingTree;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes an alert into its incidents, and tells what is due at once. When this returns it is written
 * down: what could not be told now is due again, whatever becomes of this process.
 */
@Singleton
class RouteAlert {
    private static final Logger LOG = Logger.getLogger(RouteAlert.class);

    private final Arrivals arrivals;
    private final IncidentBook book;
    private final Desk desk;
    private final RouterConfig config;
    private final Clock clock;

    RouteAlert(RoutingTree tree, IncidentBook book, Desk desk, RouterConfig config, Clock clock) {
        this.arrivals = new Arrivals(tree, book);
        this.book = book;
        this.desk = desk;
        this.config = config;
        this.clock = clock;
    }

    void route(Alert alert) {
        List<Incident> incidents = arrivals.take(raised(alert), clock.instant());
        LOG.infof(
                "alert=%s rule=%s action=%s incidents=%d",
                alert.id(), alert.rule(), alert.action(), incidents.size());
        incidents.forEach(desk::tell);
    }

    /** Several quiet alerts of one trouble within a short time are a loud one. */
    private Alert raised(Alert alert) {
        if (alert.action() != Alert.Action.TRIGGER || alert.severity() != Severity.WARNING) {
            return alert;
        }
        int count = largest(book.note(alert, config.burstWindow()));
        return count < config.burst()
                ? alert
                : alert.louder(
                        Severity.ERROR,
                        "%d alerts in a row, the last: %s".formatted(count, alert.summary()));
    }

    /** How many of {@code times} lie within one window, at most; in whatever order they came. */
    private int largest(List<Instant> times) {
        int largest = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (times.get(first).plus(config.burstWindow()).isBefore(times.get(last))) {
                first++;
            }
            largest = Math.max(largest, last - first + 1);
        }
        return largest;
    }
}
