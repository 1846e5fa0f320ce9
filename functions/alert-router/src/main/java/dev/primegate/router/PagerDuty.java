package dev.primegate.router;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Incidents;
import jakarta.inject.Singleton;
import java.util.List;

/** Pages people, and tells them when it is over. */
@Singleton
class PagerDuty {
    private static final String NAME = "pagerduty";

    private final PagerDutyCalls calls;
    private final Incidents incidents;

    PagerDuty(PagerDutyCalls calls, Incidents incidents) {
        this.calls = calls;
        this.incidents = incidents;
    }

    /** Opens or renews the incident; {@code count} alerts are one trouble. */
    Destination triggering(int count) {
        return new Told(alert -> calls.trigger(alert, count));
    }

    /** Ends the incident; it is closed here only when PagerDuty knows. */
    Destination resolving() {
        return new Told(alert -> {
            calls.resolve(alert);
            incidents.close(alert.dedupKey());
        });
    }

    /** Sends one event. */
    private interface Event {
        void send(Alert alert);
    }

    private record Told(Event event) implements Destination {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public void tell(Alert alert, List<String> unreached) {
            event.send(alert);
        }
    }
}
