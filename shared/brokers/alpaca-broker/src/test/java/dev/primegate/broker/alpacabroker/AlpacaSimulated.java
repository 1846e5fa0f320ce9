package dev.primegate.broker.alpacabroker;

import dev.primegate.embedded.EmbeddedSecrets;
import dev.primegate.simulator.Simulator;
import dev.primegate.simulator.SimulatorOptions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A simulated Alpaca on a port of its own, and the secret that opens it. */
public class AlpacaSimulated implements QuarkusTestResourceLifecycleManager {
    private static final String SECRET = "quarkus.secretsmanager.";
    private static final String BROKER = "primegate.broker.alpaca-broker.";
    private static final String NAME = "primegate/alpaca-broker/trade";

    private static Optional<Simulator> simulator = Optional.empty();

    private Optional<EmbeddedSecrets> secrets = Optional.empty();

    static Simulator simulator() {
        return simulator.orElseThrow();
    }

    @Override
    public Map<String, String> start() {
        Simulator started = Simulator.alpacaBroker(SimulatorOptions.usual().onAnyPort());
        simulator = Optional.of(started);
        EmbeddedSecrets store =
                EmbeddedSecrets.start(
                        Map.of(
                                NAME,
                                """
                                {"client_id":"SIMCLIENTID000000000",
                                 "client_secret":"sim-client-secret",
                                 "account_id":"529248ad-c4cc-4a50-bea4-6bfd2953f83a"}
                                """));
        secrets = Optional.of(store);
        Map<String, String> config = new HashMap<>();
        config.put(BROKER + "secret", NAME);
        config.put(BROKER + "url", started.url().toString());
        config.put(BROKER + "auth-url", started.url().toString());
        config.put(BROKER + "rate.per-second", "500");
        config.put(BROKER + "rate.burst", "1000");
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
