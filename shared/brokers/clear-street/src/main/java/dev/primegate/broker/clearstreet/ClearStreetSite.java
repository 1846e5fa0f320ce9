package dev.primegate.broker.clearstreet;

import dev.primegate.broker.kit.Site;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Its demo has hosts of its own, which its documents name in two ways. */
@Singleton
class ClearStreetSite implements Site {
    private final ClearStreetConfig config;

    ClearStreetSite(ClearStreetConfig config) {
        this.config = config;
    }

    @Override
    public BrokerId broker() {
        return ClearStreetMapping.BROKER;
    }

    @Override
    public String secret() {
        return config.secret();
    }

    /** Not where tokens come from: the demo's may come from there too. */
    @Override
    public List<URI> urls() {
        return List.of(config.url(), config.feedUrl());
    }

    @Override
    public Set<String> productionHosts() {
        return Set.of("api.clearstreet.io");
    }
}
