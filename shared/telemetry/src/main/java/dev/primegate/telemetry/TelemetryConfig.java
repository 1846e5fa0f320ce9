package dev.primegate.telemetry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where what was measured goes. */
@ConfigMapping(prefix = "primegate.telemetry")
interface TelemetryConfig {
    /**
     * The function whose metrics go to standard output as CloudWatch reads them; without one,
     * nothing does. Lambda names it.
     */
    Optional<String> function();

    /** Where CloudWatch keeps the metrics; one of its own for each installation. */
    @WithDefault("primegate")
    String namespace();
}
