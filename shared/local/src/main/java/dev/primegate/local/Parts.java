package dev.primegate.local;

import dev.primegate.embedded.EmbeddedAws;
import dev.primegate.simulator.Simulator;
import dev.primegate.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What in production is elsewhere: AWS, the broker, PagerDuty and Slack. */
record Parts(EmbeddedAws aws, Simulator simulator, StandIns standIns) implements AutoCloseable {
    private static final String PRIME_SECRET = "primegate/coinbase-prime/trade";

    /** As the simulator has it; printed by the demo, worth nothing anywhere else. */
    static final String PRIME_KEY =
            """
            {"accessKey": "sim-access-key", "passphrase": "sim-passphrase",
             "signingKey": "c2ltLXNpZ25pbmcta2V5LTMyLWJ5dGVzLWxvbmchISE=",
             "svcAccountId": "sim-svc-account",
             "portfolioId": "11111111-2222-3333-4444-555555555555",
             "entityId": "sim-entity"}
            """;

    static Parts start(Options options) {
        int simPort = Ports.free(options.simPort(), "--sim-port");
        StandIns standIns = StandIns.start(Ports.free(options.pagerPort(), "--pager-port"));
        EmbeddedAws aws =
                EmbeddedAws.start(options.data().map(d -> d.resolve("table")), secrets(standIns));
        return new Parts(aws, Simulator.start(simulated(simPort, options.data())), standIns);
    }

    /** The settings that make the functions find these parts. */
    Map<String, String> config() {
        Map<String, String> config = new HashMap<>(aws.config());
        config.put("primegate.broker.coinbase-prime.secret", PRIME_SECRET);
        config.put("primegate.broker.coinbase-prime.url", simulator.url().toString());
        config.put("primegate.broker.coinbase-prime.feed-url", simulator.feedUrl().toString());
        config.putAll(standIns.config());
        return config;
    }

    @Override
    public void close() {
        simulator.close();
        standIns.close();
        aws.close();
    }

    private static SimulatorOptions simulated(int port, Optional<Path> data) {
        SimulatorOptions usual = SimulatorOptions.usual().onPort(port);
        return data.map(folder -> usual.keptIn(folder.resolve("coinbase-prime"))).orElse(usual);
    }

    private static Map<String, String> secrets(StandIns standIns) {
        Map<String, String> secrets = new HashMap<>(standIns.secrets());
        secrets.put(PRIME_SECRET, PRIME_KEY);
        return secrets;
    }
}
