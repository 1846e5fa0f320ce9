package dev.primegate.router;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings as they are when nobody sets any but where the secrets are.
 *
 * @param secret the name of one that every channel has its keys in
 */
record PlainConfig(Optional<String> secret) implements RouterConfig {
    @Override
    public String environment() {
        return "test";
    }

    @Override
    public Optional<String> pagerdutySecret() {
        return secret;
    }

    @Override
    public Optional<String> slackSecret() {
        return secret;
    }

    @Override
    public URI slackApi() {
        return URI.create("https://slack.com/api");
    }

    @Override
    public Optional<List<String>> emailTo() {
        return Optional.empty();
    }

    @Override
    public String emailFrom() {
        return "primegate@localhost";
    }

    @Override
    public MailVia emailVia() {
        return MailVia.SMTP;
    }

    @Override
    public Optional<String> webhookSecret() {
        return secret;
    }

    @Override
    public int burst() {
        return 3;
    }

    @Override
    public Duration burstWindow() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Optional<URI> runbooks() {
        return Optional.empty();
    }

    @Override
    public Optional<URI> api() {
        return Optional.empty();
    }
}
