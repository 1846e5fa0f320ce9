package dev.primegate.submit;

import dev.primegate.broker.QuoteRequest;
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
        Set<BrokerId> shunned = new HashSet<>(down());
        shunned.addAll(tried);
        return order.terms()
                .quote()
                .map(quote -> quoted(quote.broker(), shunned))
                .orElseGet(() -> rules.choose(order, instrument, shunned));
    }

    /** Where an order like the one that is to be quoted would go. */
    Optional<Route> route(QuoteRequest request, Instrument instrument) {
        return rules.choose(request.account(), request.clientId(), instrument, down());
    }

    private static Optional<Route> quoted(BrokerId broker, Set<BrokerId> shunned) {
        return shunned.contains(broker)
                ? Optional.empty()
                : Optional.of(new Route(broker, "its quote is taken"));
    }

    private Set<BrokerId> down() {
        List<BrokerId> brokers = rules.brokers();
        // With one alone there is no choice, and nothing to read.
        return brokers.size() > 1 ? health.down(brokers, config.healthMaxAge()) : Set.of();
    }
}
