package dev.primegate.broker.alpacabroker;

import dev.primegate.broker.kit.RestApis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Alpaca's REST interfaces, where they are. */
class AlpacaApis {
    private final RestApis apis;
    private final AlpacaConfig config;

    AlpacaApis(RestApis apis, AlpacaConfig config) {
        this.apis = apis;
        this.config = config;
    }

    @Produces
    @ApplicationScoped
    AlpacaApi broker() {
        return apis.at(config.url(), AlpacaApi.class);
    }

    @Produces
    @ApplicationScoped
    AlpacaAuthApi auth() {
        return apis.signOnAt(config.authUrl(), AlpacaAuthApi.class);
    }
}
