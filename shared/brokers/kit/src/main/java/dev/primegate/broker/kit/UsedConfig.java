package dev.primegate.broker.kit;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

@ConfigMapping(prefix = "primegate.used")
interface UsedConfig {
    /** The brokers that are used here, by their folders' names; without it, all of them. */
    Optional<Set<String>> brokers();
}
