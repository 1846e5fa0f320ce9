package dev.primegate.broker.falconx;

import dev.primegate.embedded.EmbeddedSecrets;
import dev.primegate.simulator.Simulator;
import dev.primegate.simulator.SimulatorOptions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A simulated FalconX on a port of its own, and the secret that opens it. */
public class FalconXSimulated implements QuarkusTestResourceLifecycleManager {
    private static final String SECRET = "quarkus.secretsmanager.";

    private static Optional<Simulator> simulator = Optional.empty();

    private Optional<EmbeddedSecrets> secrets = Optional.empty();

    static Simulator simulator() {
        return simulator.orElseThrow();
    }

    @Override
    public Map<String, String> start() {
        Simulator started = Simulator.falconX(SimulatorOptions.usual().onAnyPort());
        simulator = Optional.of(started);
        EmbeddedSecrets store =
                EmbeddedSecrets.start(
                        Map.of(
                                "primegate/falconx/trade",
                                """
                                {"apiKey":"sim-falconx-key","passphrase":"sim-falconx-passphrase",
                                 "secret":"dGVzdC1zaWduaW5nLWtleS0zMi1ieXRlcy1sb25nISE="}
                                """));
        secrets = Optional.of(store);
        Map<String, String> config = new HashMap<>();
        config.put("primegate.broker.falconx.secret", "primegate/falconx/trade");
        config.put("primegate.broker.falconx.url", started.url().toString());
        config.put("primegate.broker.falconx.feed-url", started.feedUrl() + "/price.tickers");
        config.put("primegate.broker.falconx.v1-accounts", "fund/old");
        config.put(SECRET + "endpoint-override", store.uri().toString());
        config.put(SECRET + "aws.region", "eu-west-1");
        config.put(SECRET + "aws.credentials.type", "static");
        config.put(SECRET + "aws.credentials.static-provider.access-key-id", "local");
        config.put(SECRET + "aws.credentials.static-provider.secret-access-key", "local");
        return config;
    }

    @Override
    public void stop() {
        simulator.ifPresent(Simulator::close);
        secrets.ifPresent(EmbeddedSecrets::close);
    }
}
