package dev.primegate.broker.kit;

import dev.primegate.broker.RealMoney;
import dev.primegate.instrument.BrokerId;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells production from sandboxes by the hosts that adapters call. */
@Singleton
class RealHosts implements RealMoney {
    private final List<Site> sites;

    RealHosts(@All List<Site> sites) {
        this.sites = sites;
    }

    @Override
    public boolean isAt(BrokerId broker) {
        return sites.stream()
                .filter(site -> site.broker().equals(broker))
                .anyMatch(site -> site.urls().stream().anyMatch(site::isReal));
    }
}
