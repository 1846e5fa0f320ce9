package dev.primegate.router;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Incidents;
import dev.primegate.runtime.Secrets;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Pages people, and tells them when it is over. Its dedup key makes a repeat harmless. */
@Singleton
class PagerDuty {
    private static final String NAME = "pagerduty";

    private final PagerDutyApi api;
    private final Delivery delivery;
    private final Secrets secrets;
    private final Incidents incidents;
    private final RouterConfig config;

    PagerDuty(
            @RestClient PagerDutyApi api,
            Delivery delivery,
            Secrets secrets,
            Incidents incidents,
            RouterConfig config) {
        this.api = api;
        this.delivery = delivery;
        this.secrets = secrets;
        this.incidents = incidents;
        this.config = config;
    }

    /** Opens or renews the incident; {@code count} alerts are one trouble. */
    Destination triggering(int count) {
        return new Told(alert -> {
            // Before the call: if its answer is lost, the end must still be told.
            incidents.open(alert.dedupKey(), alert.at());
            send(key ->
                    PagerDutyEvent.trigger(
                            key, config.environment(), alert, count, config.runbooks()));
        });
    }

    /** Ends the incident; it is closed here only when PagerDuty knows. */
    Destination resolving() {
        return new Told(alert -> {
            send(key -> PagerDutyEvent.resolve(key, config.environment(), alert));
            incidents.close(alert.dedupKey());
        });
    }

    private void send(Function<String, PagerDutyEvent> event) {
        config.pagerdutySecret()
                .map(secrets::get)
                .map(secret -> event.apply(secret.get("routingKey")))
                .ifPresent(e -> delivery.to(NAME, () -> api.enqueue(e)));
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
