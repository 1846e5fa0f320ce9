package dev.primegate.submit;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

@ConfigMapping(prefix = "primegate.ops")
interface OpsConfig {
    /** What this installation is called, as the console's banner has it. */
    Optional<String> environment();

    /** Where runbooks are; the console links to the one that is named like an alert's rule. */
    Optional<URI> runbooks();
}
