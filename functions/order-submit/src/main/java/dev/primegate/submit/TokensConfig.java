package dev.primegate.submit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Which tokens are taken; none, unless both issuer and audience are set. */
@ConfigMapping(prefix = "primegate.tokens")
interface TokensConfig {
    /** Who issues them, exactly as their {@code iss} has it. */
    Optional<String> issuer();

    /** For whom they are issued: one of their {@code aud}, or their {@code client_id}. */
    Optional<String> audience();

    /** The scope they must have. */
    @WithDefault("orders:submit")
    String scope();
}
