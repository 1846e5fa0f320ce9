package dev.primegate.broker.clearstreet;

import dev.primegate.embedded.EmbeddedSecrets;
import dev.primegate.simulator.Simulator;
import dev.primegate.simulator.SimulatorOptions;
import dev.primegate.simulator.clearstreet.Session;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A simulated Clear Street on a port of its own, and the secret that opens it. Its exchange is
 * wherever it is noon now, and trades on every day of the week.
 */
public class ClearStreetSimulated implements QuarkusTestResourceLifecycleManager {
    private static final String SECRET = "quarkus.secretsmanager.";
    private static final String BROKER = "primegate.broker.clear-street.";

    private static Optional<Simulator> simulator = Optional.empty();

    private Optional<EmbeddedSecrets> secrets = Optional.empty();

    static Simulator simulator() {
        return simulator.orElseThrow();
    }

    @Override
    public Map<String, String> start() {
        ZoneOffset noon = noon();
        Session session =
                new Session(
                        noon, LocalTime.of(9, 30), LocalTime.of(16, 0), LocalTime.of(20, 0), true);
        Simulator started = Simulator.clearStreet(SimulatorOptions.usual().onAnyPort(), session);
        simulator = Optional.of(started);
        EmbeddedSecrets store =
                EmbeddedSecrets.start(
                        Map.of(
                                "primegate/clear-street/trade",
                                """
                                {"client_id":"sim-client-id","client_secret":"sim-client-secret",
                                 "audience":"https://api.clearstreet.io",
                                 "account_id":"100000","entity_id":"200000"}
                                """));
        secrets = Optional.of(store);
        Map<String, String> config = new HashMap<>();
        config.put(BROKER + "secret", "primegate/clear-street/trade");
        config.put(BROKER + "url", started.url() + "/studio/v2");
        config.put(BROKER + "auth-url", started.url().toString());
        config.put(BROKER + "feed-url", started.feedUrl() + "/studio/v2/ws");
        config.put(BROKER + "session.zone", noon.getId());
        config.put(
                BROKER + "session.days",
                "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY");
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

    private static ZoneOffset noon() {
        int hour = Clock.systemUTC().instant().atZone(ZoneOffset.UTC).getHour();
        return ZoneOffset.ofHours(12 - hour);
    }
}
