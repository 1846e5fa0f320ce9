package dev.primegate.router;

import dev.primegate.alert.Alert;
import dev.primegate.runtime.Secrets;
import io.smallrye.faulttolerance.api.CustomBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Writes to the desk's channel. */
@ApplicationScoped
class Slack implements Destination {
    private static final String NAME = "slack";

    private final SlackApi api;
    private final Secrets secrets;
    private final RouterConfig config;

    Slack(@RestClient SlackApi api, Secrets secrets, RouterConfig config) {
        this.api = api;
        this.secrets = secrets;
        this.config = config;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Retry(
            maxRetries = 3,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            jitter = 200,
            retryOn = BusyException.class)
    @CustomBackoff(Squares.class)
    public void tell(Alert alert, List<String> unreached) {
        config.slackSecret()
                .map(secrets::get)
                .map(secret -> secret.get("url"))
                .ifPresent(url ->
                        Delivery.to(
                                NAME,
                                () ->
                                        api.post(
                                                url,
                                                SlackMessage.of(
                                                        config.environment(), alert, unreached))));
    }
}
