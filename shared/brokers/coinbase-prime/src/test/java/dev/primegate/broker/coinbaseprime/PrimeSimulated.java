package dev.primegate.broker.coinbaseprime;

import dev.primegate.embedded.EmbeddedSecrets;
import dev.primegate.simulator.Simulator;
import dev.primegate.simulator.SimulatorOptions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A simulated Prime on a port of its own, and the secret that opens it. */
public class PrimeSimulated implements QuarkusTestResourceLifecycleManager {
    static final String NAME = "primegate/coinbase-prime/trade";
    private static final String SECRET = "quarkus.secretsmanager.";

    private static Optional<Simulator> simulator = Optional.empty();

    private Optional<EmbeddedSecrets> secrets = Optional.empty();

    static Simulator simulator() {
        return simulator.orElseThrow();
    }

    @Override
    public Map<String, String> start() {
        Simulator started = Simulator.start(SimulatorOptions.usual().onAnyPort());
        simulator = Optional.of(started);
        EmbeddedSecrets store =
                EmbeddedSecrets.start(
                        Map.of(
                                NAME,
                                """
                                {"accessKey":"sim-access-key","passphrase":"sim-passphrase",
                                 "signingKey":"c2ltLXNpZ25pbmcta2V5LTMyLWJ5dGVzLWxvbmchISE=",
                                 "svcAccountId":"sim-svc-account",
                                 "portfolioId":"11111111-2222-3333-4444-555555555555",
                                 "entityId":"sim-entity"}
                                """));
        secrets = Optional.of(store);
        Map<String, String> config = new HashMap<>();
        config.put("primegate.broker.coinbase-prime.secret", NAME);
        config.put("primegate.broker.coinbase-prime.url", started.url().toString());
        config.put("primegate.broker.coinbase-prime.feed-url", started.feedUrl().toString());
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
