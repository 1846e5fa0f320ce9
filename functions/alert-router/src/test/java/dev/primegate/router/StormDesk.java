package dev.primegate.router;

import dev.primegate.alerting.Routing;
import dev.primegate.embedded.AwsForTests;
import dev.primegate.embedded.TableStream;
import dev.primegate.simulator.pager.StandIns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The stand-ins of the demo and embedded AWS, and the usual routes with a webhook for every page.
 */
public class StormDesk extends AwsForTests {
    static final String WEBHOOK_KEY =
            "whsec_"
                    + Base64.getEncoder()
                            .encodeToString(
                                    "a key of 24 bytes, or so".getBytes(StandardCharsets.UTF_8));

    private static Optional<StormDesk> running = Optional.empty();

    private Optional<StandIns> standIns = Optional.empty();

    static StandIns standIns() {
        return running.orElseThrow().standIns.orElseThrow();
    }

    static TableStream stream() {
        return running.orElseThrow().tableStream();
    }

    @Override
    public Map<String, String> start() {
        StandIns started = StandIns.start(0);
        standIns = Optional.of(started);
        running = Optional.of(this);
        Map<String, String> secrets = new HashMap<>(started.secrets());
        secrets.put(
                "primegate/webhook",
                "{\"url\":\"%s\",\"key\":\"%s\"}".formatted(started.webhookUrl(), WEBHOOK_KEY));
        super.init(secrets);
        Map<String, String> config = new HashMap<>(super.start());
        config.putAll(started.config());
        config.put("primegate.alerts.webhook-secret", "primegate/webhook");
        config.put("primegate.routing.file", routes().toString());
        // The table does not fail here, however busy the machine is.
        config.put("quarkus.dynamodb.sync-client.socket-timeout", "60s");
        return config;
    }

    @Override
    public void stop() {
        standIns.ifPresent(StandIns::close);
        running = Optional.empty();
        super.stop();
    }

    private static Path routes() {
        try {
            Path file = Files.createTempFile("storm-routes", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    Routing.usual()
                            .replace(
                                    "channels: [pagerduty, slack]",
                                    "channels: [pagerduty, slack, webhook]"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
