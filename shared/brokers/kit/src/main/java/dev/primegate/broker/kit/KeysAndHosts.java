package dev.primegate.broker.kit;

import dev.primegate.instrument.BrokerId;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

/**
 * Refuses to start with a key of production and a host of a sandbox, or the reverse; with another
 * broker's key; with a key that may trade where nothing is sent; and with the name of a broker that
 * is not there. A broker that is not used needs no key.
 */
@Singleton
class KeysAndHosts {
    private final List<Site> sites;
    private final BrokersUsed used;
    private final KeyConfig config;

    KeysAndHosts(@All List<Site> sites, BrokersUsed used, KeyConfig config) {
        this.sites = sites;
        this.used = used;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        List<BrokerId> unknown = used.without(sites);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(
                    "primegate.used.brokers names %s, which have no adapter here"
                            .formatted(unknown));
        }
        used.of(sites).all().forEach(this::check);
    }

    void check(Site site) {
        SecretName name = SecretName.of(site.secret());
        insist(name.broker().equals(site.broker().name()), site, "is the key of " + name.broker());
        insist(
                name.use().equals(config.keys()),
                site,
                "is for %s, and this function may only %s".formatted(name.use(), config.keys()));
        for (URI url : site.urls()) {
            boolean real = site.isReal(url);
            insist(
                    real == name.isOfProduction(),
                    site,
                    "is of %s, and %s is of %s"
                            .formatted(world(name.isOfProduction()), url.getHost(), world(real)));
        }
    }

    private static void insist(boolean lawful, Site site, String why) {
        if (!lawful) {
            throw new IllegalStateException(
                    "%s: secret %s %s".formatted(site.broker(), site.secret(), why));
        }
    }

    private static String world(boolean real) {
        return real ? "production" : "a sandbox";
    }
}
