package dev.primegate.reconcile;

import dev.primegate.reconcile.chain.ChainsConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;

/** Which chains are asked in a test. */
public final class ChainsConfigs {
    private ChainsConfigs() {}

    /** From lines of {@code name=value}, without {@code primegate.chain} before them. */
    public static ChainsConfig of(String... lines) {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder()
                        .withMapping(ChainsConfig.class)
                        .withConverter(Duration.class, 100, new DurationConverter());
        for (String line : lines) {
            List<String> parts = List.of(line.split("=", 2));
            builder.withDefaultValue("primegate.chain." + parts.getFirst(), parts.getLast());
        }
        return builder.build().getConfigMapping(ChainsConfig.class);
    }
}
