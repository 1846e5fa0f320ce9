package dev.primegate.submit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "primegate.release")
interface ReleaseConfig {
    /** Which release this is: a number that grows with each; it is written on every order. */
    @WithDefault("0")
    long number();

    /** The lowest release that may still send once this one runs; 0 for any. */
    @WithDefault("0")
    long minimum();
}
