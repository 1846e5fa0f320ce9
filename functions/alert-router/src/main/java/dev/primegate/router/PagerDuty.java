package dev.primegate.router;

import dev.primegate.runtime.Secrets;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Pages people, and tells them when it is over. Its dedup key makes a repeat harmless. */
@Singleton
class PagerDuty implements Channel {
    private final PagerDutyApi api;
    private final Delivery delivery;
    private final Secrets secrets;
    private final RouterConfig config;
    private final Links links;

    PagerDuty(
            @RestClient PagerDutyApi api,
            Delivery delivery,
            Secrets secrets,
            RouterConfig config,
            Links links) {
        this.api = api;
        this.delivery = delivery;
        this.secrets = secrets;
        this.config = config;
        this.links = links;
    }

    @Override
    public String kind() {
        return "pagerduty";
    }

    @Override
    public boolean isConfigured() {
        return config.pagerdutySecret().isPresent();
    }

    @Override
    public Optional<String> tell(Notice notice, Runnable troubled) {
        String key =
                secrets.get(config.pagerdutySecret().orElseThrow()).get(notice.field("routingKey"));
        PagerDutyEvent event =
                PagerDutyEvent.of(key, config.environment(), notice, links.of(notice));
        var _ = delivery.to(notice.channel(), () -> api.enqueue(event), troubled);
        return Optional.empty();
    }
}
