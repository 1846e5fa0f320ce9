package dev.primegate.broker.coinbaseprime;

import dev.primegate.runtime.Secret;

/** One API key of Prime and what it is for. */
record PrimeKey(
        String accessKey,
        String passphrase,
        String signingKey,
        String svcAccountId,
        String portfolioId) {

    static PrimeKey of(Secret secret) {
        return new PrimeKey(
                secret.get("accessKey"),
                secret.get("passphrase"),
                secret.get("signingKey"),
                secret.get("svcAccountId"),
                secret.get("portfolioId"));
    }

    @Override
    public String toString() {
        return "PrimeKey[***]";
    }
}
