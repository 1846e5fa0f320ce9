package dev.primegate.broker.alpacabroker;

import dev.primegate.runtime.Secret;

/** The credentials of one client of Alpaca, and the account they trade for. */
record AlpacaKey(String clientId, String clientSecret, String account) {

    static AlpacaKey of(Secret secret) {
        return new AlpacaKey(
                secret.get("client_id"), secret.get("client_secret"), secret.get("account_id"));
    }

    @Override
    public String toString() {
        return "AlpacaKey[***]";
    }
}
