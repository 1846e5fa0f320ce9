package dev.primegate.submit;

import dev.primegate.instrument.BrokerId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Route;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;

/** Chooses the broker of an order, before anything is written or sent. */
@Singleton
class Routing {
    private final Config config;

    Routing(Config config) {
        this.config = config;
    }

    Route route(NewOrder order) {
        return new Route(new BrokerId(config.broker()), "the only route");
    }

    @ConfigMapping(prefix = "primegate.routing")
    interface Config {
        /** The broker that gets every order. */
        @WithDefault("coinbase-prime")
        String broker();
    }
}
