package dev.primegate.broker.clearstreet;

import dev.primegate.broker.kit.RestApis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Clear Street's REST interfaces, where they are. */
class ClearStreetApis {
    private final RestApis apis;
    private final ClearStreetConfig config;

    ClearStreetApis(RestApis apis, ClearStreetConfig config) {
        this.apis = apis;
        this.config = config;
    }

    @Produces
    @ApplicationScoped
    ClearStreetApi studio() {
        return apis.at(config.url(), ClearStreetApi.class);
    }

    @Produces
    @ApplicationScoped
    ClearStreetAuthApi auth() {
        return apis.signOnAt(config.authUrl(), ClearStreetAuthApi.class);
    }
}
