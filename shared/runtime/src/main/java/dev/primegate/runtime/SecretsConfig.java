package dev.primegate.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "primegate.secrets")
interface SecretsConfig {
    /** Where secrets are kept: {@code secrets-manager}, {@code vault} or {@code files}. */
    @WithDefault("secrets-manager")
    String source();

    /** The folder of the files, if they are files. */
    Optional<Path> folder();

    /** For how long a changed secret is still taken from others, beside the one after it. */
    @WithDefault("24h")
    Duration overlap();

    /** For how long a secret may be the same; one that is older is told of, once a day. */
    @WithDefault("90d")
    Duration longest();
}
