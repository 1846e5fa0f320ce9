package dev.primegate.router;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Incidents;
import dev.primegate.alert.Severity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Decides who hears of an alert, and sees to it that each hears of it once. */
@Singleton
class RouteAlert {
    private static final Logger LOG = Logger.getLogger(RouteAlert.class);

    private final Incidents incidents;
    private final PagerDuty pagerDuty;
    private final Slack slack;
    private final RouterConfig config;

    RouteAlert(Incidents incidents, PagerDuty pagerDuty, Slack slack, RouterConfig config) {
        this.incidents = incidents;
        this.pagerDuty = pagerDuty;
        this.slack = slack;
        this.config = config;
    }

    /**
     * Tells whom it concerns. One destination that fails does not keep the other from being told; a
     * repeat tells only those that were not.
     *
     * @throws NotToldException if a destination could not be told
     */
    void route(Alert alert) {
        List<Destination> destinations = destinations(alert);
        List<NotToldException> failed = new ArrayList<>();
        for (Destination destination : destinations) {
            if (!incidents.wasTold(alert, destination.name())) {
                tell(alert, destination, failed);
            }
        }
        LOG.infof(
                "alert=%s rule=%s action=%s told=%d failed=%d",
                alert.id(), alert.rule(), alert.action(), destinations.size(), failed.size());
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
    }

    private void tell(Alert alert, Destination destination, List<NotToldException> failed) {
        try {
            destination.tell(alert, failed.stream().map(NotToldException::destination).toList());
            incidents.told(alert, destination.name());
        } catch (NotToldException e) {
            LOG.errorf("alert=%s event=not-told %s", alert.id(), e.getMessage());
            failed.add(e);
        } catch (RuntimeException e) {
            // A secret that cannot be read, say: the others must hear all the same.
            LOG.errorf(e, "alert=%s destination=%s event=not-told", alert.id(), destination.name());
            failed.add(new NotToldException(destination.name(), e.getClass().getSimpleName()));
        }
    }

    private List<Destination> destinations(Alert alert) {
        return switch (alert.action()) {
            case TRIGGER -> {
                int count = largest(incidents.note(alert, config.burstWindow()));
                boolean burst = count >= config.burst();
                boolean page = isLoud(alert.severity()) || burst;
                List<Destination> all = new ArrayList<>();
                if (page) {
                    all.add(pagerDuty.triggering(burst ? count : 1));
                }
                if (alert.severity() != Severity.INFO) {
                    all.add(slack);
                }
                yield all;
            }
            case RESOLVE ->
                    incidents.isOpen(alert.dedupKey())
                            ? List.of(pagerDuty.resolving(), slack)
                            : List.of(slack);
        };
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

    private static boolean isLoud(Severity severity) {
        return switch (severity) {
            case CRITICAL, ERROR -> true;
            case WARNING, INFO -> false;
        };
    }
}
