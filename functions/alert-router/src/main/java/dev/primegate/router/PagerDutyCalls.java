package dev.primegate.router;

import dev.primegate.alert.Alert;
import dev.primegate.runtime.Secrets;
import io.smallrye.faulttolerance.api.CustomBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls PagerDuty, three times more if it is busy. Its dedup key makes a repeat harmless. */
@ApplicationScoped
class PagerDutyCalls {
    private final PagerDutyApi api;
    private final Secrets secrets;
    private final RouterConfig config;

    PagerDutyCalls(@RestClient PagerDutyApi api, Secrets secrets, RouterConfig config) {
        this.api = api;
        this.secrets = secrets;
        this.config = config;
    }

    @Retry(
            maxRetries = 3,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            jitter = 200,
            retryOn = BusyException.class)
    @CustomBackoff(Squares.class)
    void trigger(Alert alert, int count) {
        send(key ->
                PagerDutyEvent.trigger(key, config.environment(), alert, count, config.runbooks()));
    }

    @Retry(
            maxRetries = 3,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            jitter = 200,
            retryOn = BusyException.class)
    @CustomBackoff(Squares.class)
    void resolve(Alert alert) {
        send(key -> PagerDutyEvent.resolve(key, config.environment(), alert));
    }

    private void send(Function<String, PagerDutyEvent> event) {
        config.pagerdutySecret()
                .map(secrets::get)
                .map(secret -> event.apply(secret.get("routingKey")))
                .ifPresent(e -> Delivery.to("pagerduty", () -> api.enqueue(e)));
    }
}
