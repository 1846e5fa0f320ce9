package dev.primegate.submit;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "primegate.strategy")
interface StrategyConfig {
    /**
     * In what time the fastest strategy here must have an answer to its order; below a second
     * nothing starts, for this is not the place for it.
     */
    Optional<Duration> horizon();
}
