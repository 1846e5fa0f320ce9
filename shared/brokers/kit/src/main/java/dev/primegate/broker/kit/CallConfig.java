package dev.primegate.broker.kit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "primegate.calls")
interface CallConfig {
    /** For how long a connection to a broker is tried. */
    @WithDefault("1s")
    Duration connectTimeout();

    /** For how long a broker may send nothing before its answer is given up. */
    @WithDefault("2500ms")
    Duration readTimeout();

    /** The same where it gives tokens, which an order waits for beside its own call. */
    @WithDefault("1500ms")
    Duration signOnReadTimeout();
}
