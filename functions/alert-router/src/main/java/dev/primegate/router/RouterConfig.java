package dev.primegate.router;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Who is told, and when a burst is one. */
@ConfigMapping(prefix = "primegate.alerts")
interface RouterConfig {
    /** Which installation speaks; the first part of every PagerDuty dedup key. */
    String environment();

    /** The name of the secret with PagerDuty's {@code routingKey}; nobody is paged without. */
    Optional<String> pagerdutySecret();

    /** The name of the secret with the {@code url} of Slack's webhook; it is silent without. */
    Optional<String> slackSecret();

    /** So many alerts of one dedup key wake somebody, however quiet each is. */
    @WithDefault("3")
    int burst();

    /** Within this long. */
    @WithDefault("60s")
    Duration burstWindow();

    /** Where runbooks are; a page links to the one that is named like its rule. */
    Optional<URI> runbooks();
}
