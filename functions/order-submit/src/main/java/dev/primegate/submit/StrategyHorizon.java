package dev.primegate.submit;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Refuses to start for strategies that cannot live with what an order takes here: two transactions
 * of a table in another building and a call over the internet.
 */
@Singleton
class StrategyHorizon {
    static final Duration SHORTEST = Duration.ofSeconds(1);

    private final StrategyConfig config;

    StrategyHorizon(StrategyConfig config) {
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        config.horizon().ifPresent(StrategyHorizon::check);
    }

    private static void check(Duration horizon) {
        if (horizon.compareTo(SHORTEST) < 0) {
            throw new IllegalStateException(
                    """
                    primegate.strategy.horizon is %s, and expected is %s or more: this is not the \
                    place for sub-millisecond trading or anything near it. An order is written down \
                    before it is sent, and again after, and its broker is called over the internet: \
                    tens of milliseconds each. It needs a machine beside the exchange's instead; see \
                    shared/docs/explanation/what-primegate-is-not.md\
                    """
                            .formatted(horizon, SHORTEST));
        }
    }
}
