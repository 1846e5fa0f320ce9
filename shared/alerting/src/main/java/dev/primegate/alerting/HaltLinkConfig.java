package dev.primegate.alerting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Links in pages that halt. */
@ConfigMapping(prefix = "primegate.halt-links")
public interface HaltLinkConfig {
    /** The name of the secret with their {@code key}; without it there are none. */
    Optional<String> secret();

    /** For how long one is good: long enough to wake up, and no longer. */
    @WithDefault("1h")
    Duration goodFor();
}
