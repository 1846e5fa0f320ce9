package dev.primegate.simulator.coinbaseprime;

/**
 * An API key that the simulated Prime knows, and whose it is.
 *
 * @param signingKey used as it stands, in UTF-8, though it looks like base64
 */
public record PrimeCredentials(
        String accessKey,
        String passphrase,
        String signingKey,
        String svcAccountId,
        String portfolioId,
        String entityId) {

    /** Public and worthless: they open this simulator and nothing else. */
    public static final PrimeCredentials SIMULATED =
            new PrimeCredentials(
                    "sim-access-key",
                    "sim-passphrase",
                    "c2ltLXNpZ25pbmcta2V5LTMyLWJ5dGVzLWxvbmchISE=",
                    "sim-svc-account",
                    "11111111-2222-3333-4444-555555555555",
                    "sim-entity");

    /** The one after it, of the same portfolio. */
    public static final PrimeCredentials NEXT =
            new PrimeCredentials(
                    "sim-next-access-key",
                    "sim-next-passphrase",
                    "c2ltLW5leHQtc2lnbmluZy1rZXktMzItYnl0ZXMhISE=",
                    "sim-next-svc-account",
                    SIMULATED.portfolioId,
                    SIMULATED.entityId);
}
