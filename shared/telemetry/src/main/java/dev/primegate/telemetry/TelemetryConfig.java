package dev.primegate.telemetry;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where what was measured goes. */
@ConfigMapping(prefix = "primegate.telemetry")
interface TelemetryConfig {
    /**
     * The function whose metrics go to standard output as CloudWatch reads them; without one,
     * nothing does. Lambda names it.
     */
    Optional<String> function();
}
