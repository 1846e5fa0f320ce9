package dev.primegate.broker.coinbaseprime;

import dev.primegate.runtime.Secret;
import java.util.Optional;

/**
 * One API key of Prime and what it is for.
 *
 * @param entityId whose margin and positions it may read, if it is told
 * @param marginVersion which of Prime's two overviews of cross margin this account is read by
 */
record PrimeKey(
        String accessKey,
        String passphrase,
        String signingKey,
        String svcAccountId,
        String portfolioId,
        Optional<String> entityId,
        MarginVersion marginVersion) {

    static PrimeKey of(Secret secret) {
        return new PrimeKey(
                secret.get("accessKey"),
                secret.get("passphrase"),
                secret.get("signingKey"),
                secret.get("svcAccountId"),
                secret.get("portfolioId"),
                secret.find("entityId"),
                MarginVersion.of(secret.find("marginVersion")));
    }

    /** Both are served side by side; the second is a beta. */
    enum MarginVersion {
        V1,
        V2;

        private static MarginVersion of(Optional<String> name) {
            return switch (name.orElse("v1")) {
                case "v1" -> V1;
                case "v2" -> V2;
                default ->
                        throw new IllegalArgumentException(
                                "marginVersion: expected v1 or v2, found " + name.orElseThrow());
            };
        }
    }

    @Override
    public String toString() {
        return "PrimeKey[***]";
    }
}
