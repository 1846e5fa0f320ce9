package dev.primegate.submit;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The risk configuration as the product reads it, from given values. */
final class RiskConfigs {
    private RiskConfigs() {}

    /** From lines of {@code name=value}, without {@code primegate.risk} before them. */
    static RiskConfig of(String... lines) {
        SmallRyeConfigBuilder builder = builder();
        for (String line : lines) {
            List<String> parts = List.of(line.split("=", 2));
            builder.withDefaultValue("primegate.risk." + parts.getFirst(), parts.getLast());
        }
        return builder.build().getConfigMapping(RiskConfig.class);
    }

    static RiskConfig ofEnvironment(Map<String, String> variables) {
        return builder()
                .withSources(new EnvConfigSource(variables, 300))
                .build()
                .getConfigMapping(RiskConfig.class);
    }

    private static SmallRyeConfigBuilder builder() {
        return new SmallRyeConfigBuilder()
                .withMapping(RiskConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter());
    }
}
