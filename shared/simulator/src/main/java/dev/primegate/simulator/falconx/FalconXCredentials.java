package dev.primegate.simulator.falconx;

/**
 * The one API key that the simulated FalconX knows.
 *
 * @param secret in base64: the key is what it decodes to
 */
public record FalconXCredentials(String apiKey, String passphrase, String secret) {
    /** Public and worthless: they open this simulator and nothing else. */
    public static final FalconXCredentials SIMULATED =
            new FalconXCredentials(
                    "sim-falconx-key",
                    "sim-falconx-passphrase",
                    "dGVzdC1zaWduaW5nLWtleS0zMi1ieXRlcy1sb25nISE=");
}
