package dev.primegate.broker.kit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

@ConfigMapping(prefix = "primegate.keys")
interface KeyConfig {
    /** Which of each broker's keys this function has: {@code read} if it sends nothing. */
    @WithParentName
    @WithDefault("trade")
    String keys();
}
