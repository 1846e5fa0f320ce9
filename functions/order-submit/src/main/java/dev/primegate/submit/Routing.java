package dev.primegate.submit;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Route;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses the broker of an order, before anything is written or sent. */
@Singleton
class Routing {
    private final RoutingConfig config;
    private final KnownHealth health;
    private final RouteRules rules;

    Routing(RoutingConfig config, KnownHealth health) {
        this.config = config;
        this.health = health;
        this.rules = new RouteRules(config);
    }

    /**
     * The order's way.
     *
     * @param tried brokers that were just found out of reach, and are passed over
     * @return empty if every broker that could get it is down or was tried
     */
    Optional<Route> route(NewOrder order, Instrument instrument, Set<BrokerId> tried) {
        List<BrokerId> brokers = rules.brokers();
        // With one alone there is no choice, and nothing to read.
        Set<BrokerId> down =
                brokers.size() > 1 ? health.down(brokers, config.healthMaxAge()) : Set.of();
        Set<BrokerId> shunned = new HashSet<>(down);
        shunned.addAll(tried);
        return rules.choose(order, instrument, shunned);
    }
}
