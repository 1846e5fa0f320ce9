package dev.primegate.broker.falconx;

import dev.primegate.broker.kit.RestApis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** FalconX's REST interface, where it is. */
class FalconXApis {
    private final RestApis apis;
    private final FalconXConfig config;

    FalconXApis(RestApis apis, FalconXConfig config) {
        this.apis = apis;
        this.config = config;
    }

    @Produces
    @Singleton
    FalconXApi api() {
        return apis.at(config.url(), FalconXApi.class);
    }
}
