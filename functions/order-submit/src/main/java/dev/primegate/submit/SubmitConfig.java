package dev.primegate.submit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "primegate.submit")
interface SubmitConfig {
    /** After this long the function is stopped, whatever it is doing. */
    @WithDefault("29s")
    Duration timeout();

    /**
     * How long after signing a send may still begin. Never longer than the broker takes the
     * signature, whatever stands here.
     */
    @WithDefault("3s")
    Duration lease();

    /** Whether brokers are asked what a market order would cost before it is signed. */
    @WithDefault("false")
    boolean preview();

    /** How many orders of a batch are under way at a time. */
    @WithDefault("8")
    int batchParallel();
}
