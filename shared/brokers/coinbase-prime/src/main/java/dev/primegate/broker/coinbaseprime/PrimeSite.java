package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.kit.Site;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Prime has no public sandbox: every other host is a simulator. */
@Singleton
class PrimeSite implements Site {
    private final PrimeConfig config;

    PrimeSite(PrimeConfig config) {
        this.config = config;
    }

    @Override
    public BrokerId broker() {
        return PrimeMapping.BROKER;
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
        return Set.of("api.prime.coinbase.com", "ws-feed.prime.coinbase.com");
    }
}
