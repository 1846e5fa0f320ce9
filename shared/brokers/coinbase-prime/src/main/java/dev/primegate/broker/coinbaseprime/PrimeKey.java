package dev.primegate.broker.coinbaseprime;

import dev.primegate.runtime.Secret;
import java.util.Optional;

/**
 * One API key of Prime and what it is for.
 *
 * @param entityId whose margin it may read, if it is told
 */
record PrimeKey(
        String accessKey,
        String passphrase,
        String signingKey,
        String svcAccountId,
        String portfolioId,
        Optional<String> entityId) {

    static PrimeKey of(Secret secret) {
        return new PrimeKey(
                secret.get("accessKey"),
                secret.get("passphrase"),
                secret.get("signingKey"),
                secret.get("svcAccountId"),
                secret.get("portfolioId"),
                secret.find("entityId"));
    }

    @Override
    public String toString() {
        return "PrimeKey[***]";
    }
}
