package dev.primegate.simulator.alpacabroker;

import java.time.Duration;

/**
 * The one client that the simulated Alpaca knows, and the account he trades for.
 *
 * @param tokenLife how long a token opens the door
 */
public record AlpacaCredentials(
        String clientId, String clientSecret, String accountId, Duration tokenLife) {

    /** Public and worthless: they open this simulator and nothing else. */
    public static final AlpacaCredentials SIMULATED =
            new AlpacaCredentials(
                    "SIMCLIENTID000000000",
                    "sim-client-secret",
                    "529248ad-c4cc-4a50-bea4-6bfd2953f83a",
                    Duration.ofSeconds(899));
}
