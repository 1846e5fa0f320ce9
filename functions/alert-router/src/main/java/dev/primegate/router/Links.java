package dev.primegate.router;

import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.Labels;
import dev.primegate.alert.routing.Member;
import dev.primegate.alerting.HaltLink;
import dev.primegate.alerting.HaltLinkConfig;
import dev.primegate.alerting.HaltLinkKey;
import dev.primegate.risk.HaltScope;
import dev.primegate.runtime.Secrets;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Where to go from an alert: what to do, what it is about, and how to stop it. */
@Singleton
class Links {
    private static final Logger LOG = Logger.getLogger(Links.class);

    private final RouterConfig config;
    private final HaltLinkConfig halting;
    private final Secrets secrets;
    private final Clock clock;

    Links(RouterConfig config, HaltLinkConfig halting, Secrets secrets, Clock clock) {
        this.config = config;
        this.halting = halting;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * The runbook first, then the order, then how to stop what it is about; as far as this
     * installation has such places.
     */
    List<Link> of(Notice notice) {
        List<Link> links = new ArrayList<>();
        List<Member> members = notice.members();
        if (!members.isEmpty()) {
            Labels labels = members.getFirst().labels();
            config.runbooks()
                    .ifPresent(base ->
                            links.add(new Link(base + "/" + part(labels.get("rule")), "runbook")));
            if (!labels.get("orderId").isEmpty()) {
                config.api()
                        .ifPresent(base ->
                                links.add(
                                        new Link(
                                                base + "/v1/orders/" + part(labels.get("orderId")),
                                                "order")));
            }
            halt(notice.incident().key(), members.getFirst()).ifPresent(links::add);
        }
        return links;
    }

    /** For what wakes somebody. A key that cannot be read must not keep the page from going out. */
    private Optional<Link> halt(String incident, Member member) {
        boolean loud = member.severity().compareTo(Severity.ERROR) <= 0;
        if (!loud || config.api().isEmpty() || halting.secret().isEmpty()) {
            return Optional.empty();
        }
        try {
            HaltLinkKey key =
                    new HaltLinkKey(secrets.get(halting.secret().orElseThrow()).get("key"));
            Instant until = clock.instant().plus(halting.goodFor());
            return scope(member.labels())
                    .map(scope ->
                            new Link(
                                    config.api().orElseThrow()
                                            + "/v1/halt-links?"
                                            + key.query(new HaltLink(scope, incident, until)),
                                    "halt " + scope));
        } catch (Secrets.SecretUnavailableException | IllegalArgumentException e) {
            LOG.errorf("incident=%s event=no-halt-link why=%s", incident, e.getMessage());
            return Optional.empty();
        }
    }

    /** The narrowest that the alert names: its symbol, or else its broker. */
    private static Optional<HaltScope> scope(Labels labels) {
        if (!labels.get("symbol").isEmpty()) {
            return Optional.of(new HaltScope("symbol:" + labels.get("symbol")));
        }
        return labels.get("broker").isEmpty()
                ? Optional.empty()
                : Optional.of(new HaltScope("broker:" + labels.get("broker")));
    }

    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
