package dev.primegate.broker.alpacabroker;

import dev.primegate.broker.kit.Site;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Its sandbox has hosts of its own, for tokens too. */
@Singleton
class AlpacaSite implements Site {
    private final AlpacaConfig config;

    AlpacaSite(AlpacaConfig config) {
        this.config = config;
    }

    @Override
    public BrokerId broker() {
        return AlpacaMapping.BROKER;
    }

    @Override
    public String secret() {
        return config.secret();
    }

    @Override
    public List<URI> urls() {
        return List.of(config.url(), config.authUrl());
    }

    @Override
    public Set<String> productionHosts() {
        return Set.of("broker-api.alpaca.markets", "authx.alpaca.markets");
    }
}
