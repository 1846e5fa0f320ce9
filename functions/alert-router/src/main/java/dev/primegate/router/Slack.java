package dev.primegate.router;

import dev.primegate.alert.Alert;
import dev.primegate.runtime.Secrets;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Writes to the desk's channel. */
@Singleton
class Slack implements Destination {
    private static final String NAME = "slack";

    private final SlackApi api;
    private final Delivery delivery;
    private final Secrets secrets;
    private final RouterConfig config;

    Slack(@RestClient SlackApi api, Delivery delivery, Secrets secrets, RouterConfig config) {
        this.api = api;
        this.delivery = delivery;
        this.secrets = secrets;
        this.config = config;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void tell(Alert alert, List<String> unreached) {
        config.slackSecret()
                .map(secrets::get)
                .map(secret -> secret.get("url"))
                .ifPresent(url -> {
                    SlackMessage message = SlackMessage.of(config.environment(), alert, unreached);
                    delivery.to(NAME, () -> api.post(url, message));
                });
    }
}
