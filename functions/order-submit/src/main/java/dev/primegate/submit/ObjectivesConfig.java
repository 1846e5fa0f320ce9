package dev.primegate.submit;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Whose orders have a horizon; how long each is says the alarm that watches it. */
@ConfigMapping(prefix = "primegate.objectives")
interface ObjectivesConfig {
    /** The desks that have one of their own; each is a series of its own, so few. */
    Optional<Set<String>> desks();
}
