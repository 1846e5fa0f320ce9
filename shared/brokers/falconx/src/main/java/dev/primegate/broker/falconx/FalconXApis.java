package dev.primegate.broker.falconx;

import dev.primegate.broker.kit.RestApis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** FalconX's REST interface, where it is. */
class FalconXApis {
    private final RestApis apis;
    private final FalconXConfig config;

    FalconXApis(RestApis apis, FalconXConfig config) {
        this.apis = apis;
        this.config = config;
    }

    @Produces
    @ApplicationScoped
    FalconXApi api() {
        return apis.at(config.url(), FalconXApi.class);
    }
}
