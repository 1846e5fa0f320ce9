package dev.primegate.submit;

import dev.primegate.instrument.Instrument;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Route;
import jakarta.inject.Singleton;
import java.util.Optional;

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

    /** Empty if every broker that could get it is down. */
    Optional<Route> route(NewOrder order, Instrument instrument) {
        return rules.choose(order, instrument, health.down(rules.brokers(), config.healthMaxAge()));
    }
}
