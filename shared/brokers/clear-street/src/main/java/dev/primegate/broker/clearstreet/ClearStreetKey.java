package dev.primegate.broker.clearstreet;

import dev.primegate.runtime.Secret;

/** The credentials of one client of Clear Street, and whose account and entity they open. */
record ClearStreetKey(
        String clientId, String clientSecret, String audience, String account, String entity) {

    static ClearStreetKey of(Secret secret) {
        return new ClearStreetKey(
                secret.get("client_id"),
                secret.get("client_secret"),
                secret.get("audience"),
                secret.get("account_id"),
                secret.get("entity_id"));
    }

    @Override
    public String toString() {
        return "ClearStreetKey[***]";
    }
}
