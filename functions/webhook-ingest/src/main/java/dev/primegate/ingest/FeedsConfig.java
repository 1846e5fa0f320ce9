package dev.primegate.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How feeds are read. */
@ConfigMapping(prefix = "primegate.feeds")
interface FeedsConfig {
    /** How long one run lasts: less than the function may live. */
    @WithDefault("14m")
    Duration runFor();

    /** After how long without a sign of life another run takes a feed over. */
    @WithDefault("15s")
    Duration lease();
}
