package dev.primegate.local;

import dev.primegate.embedded.EmbeddedAws;
import dev.primegate.simulator.Simulator;
import dev.primegate.simulator.SimulatorOptions;
import dev.primegate.simulator.clearstreet.Session;
import dev.primegate.simulator.pager.StandIns;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What in production is elsewhere: AWS, the brokers, PagerDuty and Slack. */
record Parts(
        EmbeddedAws aws,
        Simulator simulator,
        Simulator falconX,
        Simulator clearStreet,
        StandIns standIns)
        implements AutoCloseable {
    /** Of no environment, so of no production. */
    private static final String PRIME_SECRET = "primegate/coinbase-prime/trade";

    private static final String FALCONX_SECRET = "primegate/falconx/trade";
    private static final String CLEAR_STREET_SECRET = "primegate/clear-street/trade";

    /** As the simulator has it; printed by the demo, worth nothing anywhere else. */
    static final String PRIME_KEY =
            """
            {"accessKey": "sim-access-key", "passphrase": "sim-passphrase",
             "signingKey": "c2ltLXNpZ25pbmcta2V5LTMyLWJ5dGVzLWxvbmchISE=",
             "svcAccountId": "sim-svc-account",
             "portfolioId": "11111111-2222-3333-4444-555555555555",
             "entityId": "sim-entity"}
            """;

    private static final String FALCONX_KEY =
            """
            {"apiKey": "sim-falconx-key", "passphrase": "sim-falconx-passphrase",
             "secret": "dGVzdC1zaWduaW5nLWtleS0zMi1ieXRlcy1sb25nISE="}
            """;

    private static final String CLEAR_STREET_KEY =
            """
            {"client_id": "sim-client-id", "client_secret": "sim-client-secret",
             "audience": "https://api.clearstreet.io",
             "account_id": "100000", "entity_id": "200000"}
            """;

    /** Who has it may send webhooks as the simulated Coinbase Prime. */
    private static final String WEBHOOK_SECRET = "primegate/webhooks/coinbase-prime";

    private static final String WEBHOOK_KEY =
            """
            {"signingKey": "whsec_ZGVtby13ZWJob29rLWtleS1vZi0zMi1ieXRlcyEhISE="}
            """;

    static Parts start(Options options) {
        int simPort = Ports.free(options.sims().prime(), "--sim-port");
        int falconXPort = Ports.free(options.sims().falconX(), "--falconx-port");
        int clearStreetPort = Ports.free(options.sims().clearStreet(), "--clear-street-port");
        StandIns standIns = StandIns.start(Ports.free(options.pagerPort(), "--pager-port"));
        EmbeddedAws aws =
                EmbeddedAws.start(options.data().map(d -> d.resolve("table")), secrets(standIns));
        return new Parts(
                aws,
                Simulator.start(simulated(simPort, "coinbase-prime", options.data())),
                Simulator.falconX(simulated(falconXPort, "falconx", options.data())),
                Simulator.clearStreet(
                        simulated(clearStreetPort, "clear-street", options.data()), Session.ALWAYS),
                standIns);
    }

    /** The settings that make the functions find these parts. */
    Map<String, String> config() {
        Map<String, String> config = new HashMap<>(aws.config());
        config.put("primegate.broker.coinbase-prime.secret", PRIME_SECRET);
        config.put("primegate.broker.coinbase-prime.url", simulator.url().toString());
        config.put("primegate.broker.coinbase-prime.feed-url", simulator.feedUrl().toString());
        config.put("primegate.broker.falconx.secret", FALCONX_SECRET);
        config.put("primegate.broker.clear-street.secret", CLEAR_STREET_SECRET);
        config.put("primegate.broker.falconx.url", falconX.url().toString());
        config.put("primegate.broker.falconx.feed-url", falconX.feedUrl() + "/price.tickers");
        String clearStreetUrl = clearStreet.url().toString();
        config.put("primegate.broker.clear-street.url", clearStreetUrl + "/studio/v2");
        config.put("primegate.broker.clear-street.auth-url", clearStreetUrl);
        config.put(
                "primegate.broker.clear-street.feed-url", clearStreet.feedUrl() + "/studio/v2/ws");
        config.putAll(standIns.config());
        return config;
    }

    @Override
    public void close() {
        simulator.close();
        falconX.close();
        clearStreet.close();
        standIns.close();
        aws.close();
    }

    private static SimulatorOptions simulated(int port, String broker, Optional<Path> data) {
        SimulatorOptions usual = SimulatorOptions.usual().onPort(port);
        return data.map(folder -> usual.keptIn(folder.resolve(broker))).orElse(usual);
    }

    private static Map<String, String> secrets(StandIns standIns) {
        Map<String, String> secrets = new HashMap<>(standIns.secrets());
        secrets.put(WEBHOOK_SECRET, WEBHOOK_KEY);
        Map.of(
                        PRIME_SECRET, PRIME_KEY,
                        FALCONX_SECRET, FALCONX_KEY,
                        CLEAR_STREET_SECRET, CLEAR_STREET_KEY)
                .forEach((name, key) -> {
                    secrets.put(name, key);
                    // For functions that run by themselves and must not have one that trades.
                    secrets.put(name.replaceFirst("trade$", "read"), key);
                });
        return secrets;
    }
}
