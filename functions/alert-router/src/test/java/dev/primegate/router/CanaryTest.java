package dev.primegate.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.Arrivals;
import dev.primegate.alert.routing.Policy;
import dev.primegate.alert.routing.Route;
import dev.primegate.alert.routing.RoutingTree;
import dev.primegate.alerting.HaltLinkConfig;
import dev.primegate.proof.Proves;
import dev.primegate.runtime.Secret;
import dev.primegate.runtime.Secrets;
import dev.primegate.telemetry.Meters;
import dev.primegate.testkit.MemoryIncidentBook;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every secret of every channel is a canary, and every channel fails in every way, with its secrets
 * in whatever is thrown: none of them comes into the log, or into what another channel is told.
 */
class CanaryTest {
    private static final Instant T0 = Instant.parse("2026-11-02T10:00:00Z");
    private static final String WEBHOOK_KEY =
            Base64.getEncoder()
                    .encodeToString("canary-key-of-webhooks".getBytes(StandardCharsets.UTF_8));
    private static final String CANARY = "canary";

    private static final Secrets SECRETS =
            name ->
                    Secret.parse(
                            name,
                            """
                            {"routingKey": "canary-of-pagerduty",
                             "url": "https://hooks.example/services/canary-of-slack",
                             "url.two": "https://receiver.example/canary-of-webhook",
                             "key.two": "whsec_%s"}
                            """
                                    .formatted(WEBHOOK_KEY));

    /** What may come of a call; each is told what it was called with. */
    private static final List<Function<String, Response>> ENDS =
            List.of(
                    what -> {
                        throw new ProcessingException(what, new ConnectException(what));
                    },
                    what -> {
                        throw new IllegalStateException(what);
                    },
                    what -> Response.status(500).entity(what).build(),
                    what -> Response.status(403).header("X-Said", what).entity(what).build(),
                    what -> Response.status(429).header("Retry-After", what).build());

    private final Clock clock = Clock.fixed(T0, ZoneOffset.UTC);
    private final MemoryIncidentBook book = new MemoryIncidentBook();
    private final List<String> log = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Handler ear = new Ear(log);
    private final Logger root = Logger.getLogger("");
    private Level before = Level.INFO;

    @BeforeEach
    void listen() {
        before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(ear);
    }

    @AfterEach
    void listenNoMore() {
        root.removeHandler(ear);
        root.setLevel(before);
    }

    @Test
    @Proves("C4")
    void noSecretOfAChannelComesIntoTheLogOrToAnother() {
        for (int i = 0; i < ENDS.size(); i++) {
            Desk desk = desk(ENDS.get(i));
            new Arrivals(tree(), book).take(alert("trouble-" + i), T0).forEach(desk::tell);
        }

        assertThat(log.stream().filter(line -> line.contains("event=not-told")))
                .hasSize(3 * ENDS.size());
        assertThat(log).noneMatch(CanaryTest::sings);
        assertThat(told).hasSize(3 * ENDS.size()).noneMatch(CanaryTest::sings);
    }

    private static boolean sings(String text) {
        return text.contains(CANARY) || text.contains(WEBHOOK_KEY);
    }

    private Desk desk(Function<String, Response> end) {
        PlainConfig config = new PlainConfig(Optional.of("secret"));
        Delivery delivery = new Delivery();
        Links links = new Links(config, new NoHalts(), SECRETS, clock);
        PagerDutyApi pager =
                event -> {
                    told.add(String.valueOf(event.payload()));
                    return end.apply(event.toString());
                };
        SlackApi slack =
                (url, _, message) -> {
                    told.add(message.toString());
                    return end.apply(url + message);
                };
        WebhookApi webhook =
                (url, _, _, signature, body) -> {
                    told.add(body);
                    return end.apply(url + signature + WEBHOOK_KEY);
                };
        return new Desk(
                tree(),
                book,
                List.of(
                        new PagerDuty(pager, delivery, SECRETS, config, links),
                        new Slack(
                                slack, delivery, SECRETS, config, links, new Pace(clock, _ -> {})),
                        new Webhook(webhook, delivery, SECRETS, config, clock)),
                new Meters(),
                clock);
    }

    private static Alert alert(String scope) {
        return Alert.trigger(
                "broker-down",
                scope,
                "cause",
                Severity.CRITICAL,
                "trouble",
                T0,
                Map.of("broker", "one"));
    }

    private static RoutingTree tree() {
        Policy policy =
                new Policy(
                        List.of("pagerduty", "slack", "webhook:two"),
                        List.of(),
                        List.of("scope"),
                        Duration.ZERO,
                        Duration.ofMinutes(1),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return new RoutingTree(new Route("root", List.of(), false, policy, List.of()), List.of());
    }

    private record NoHalts() implements HaltLinkConfig {
        @Override
        public Optional<String> secret() {
            return Optional.empty();
        }

        @Override
        public Duration goodFor() {
            return Duration.ofHours(1);
        }
    }

    /** Keeps what is logged, with whatever was thrown. */
    private static final class Ear extends Handler {
        private static final Formatter LINE = new PatternFormatter("%s %e");

        private final List<String> heard;

        Ear(List<String> heard) {
            this.heard = heard;
        }

        @Override
        public void publish(LogRecord line) {
            String text = LINE.format(line);
            synchronized (heard) {
                heard.add(text);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
