package dev.primegate.broker.falconx;

import dev.primegate.broker.kit.Site;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** FalconX gives its sandbox by request, on a host of its own. */
@Singleton
class FalconXSite implements Site {
    private final FalconXConfig config;

    FalconXSite(FalconXConfig config) {
        this.config = config;
    }

    @Override
    public BrokerId broker() {
        return FalconXMapping.BROKER;
    }

    @Override
    public String secret() {
        return config.secret();
    }

    @Override
    public List<URI> urls() {
        return List.of(config.url(), config.feedUrl());
    }

    @Override
    public Set<String> productionHosts() {
        return Set.of("api.falconx.io", "stream.falconx.io");
    }
}
