package dev.primegate.router;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
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

    /** Where Slack's web API is; used when its secret has a bot's {@code token}. */
    @WithDefault("https://slack.com/api")
    URI slackApi();

    /** Who gets e-mail; nobody does without. */
    Optional<List<String>> emailTo();

    /** Whom it comes from. */
    @WithDefault("primegate@localhost")
    String emailFrom();

    /**
     * Which way it goes: {@code smtp} by the settings of {@code quarkus.mailer}, or {@code ses}.
     */
    @WithDefault("SMTP")
    MailVia emailVia();

    /** The name of the secret with a webhook's {@code url} and its {@code whsec_} key. */
    Optional<String> webhookSecret();

    /** So many alerts of one dedup key wake somebody, however quiet each is. */
    @WithDefault("3")
    int burst();

    /** Within this long. */
    @WithDefault("60s")
    Duration burstWindow();

    /** Where runbooks are; a page links to the one that is named like its rule. */
    Optional<URI> runbooks();

    /** Where the API is, for links to orders. */
    Optional<URI> api();

    /** A way of e-mail. */
    enum MailVia {
        SMTP,
        SES
    }
}
