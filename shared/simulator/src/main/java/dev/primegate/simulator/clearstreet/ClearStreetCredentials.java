package dev.primegate.simulator.clearstreet;

import java.time.Duration;

/**
 * The one client that the simulated Clear Street knows, and whose it is.
 *
 * @param tokenLife how long a token opens the door
 */
public record ClearStreetCredentials(
        String clientId,
        String clientSecret,
        String audience,
        String accountId,
        String accountNumber,
        String entityId,
        Duration tokenLife) {

    /** Public and worthless: they open this simulator and nothing else. */
    public static final ClearStreetCredentials SIMULATED =
            new ClearStreetCredentials(
                    "sim-client-id",
                    "sim-client-secret",
                    "https://api.clearstreet.io",
                    "100000",
                    "ACC0001",
                    "200000",
                    Duration.ofHours(24));
}
