package dev.primegate.reconcile;

import dev.primegate.runtime.WrittenSettings;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How books are compared in a test. */
final class BooksConfigs {
    private BooksConfigs() {}

    /** From lines of {@code name=value}, without {@code primegate.books} before them. */
    static BooksConfig of(String... lines) {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder()
                        .withMapping(BooksConfig.class)
                        .withConverter(Duration.class, 100, new DurationConverter());
        for (String line : lines) {
            List<String> parts = List.of(line.split("=", 2));
            builder.withDefaultValue("primegate.books." + parts.getFirst(), parts.getLast());
        }
        return builder.build().getConfigMapping(BooksConfig.class);
    }

    /** From names and values of an environment. */
    static BooksConfig ofEnvironment(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withMapping(BooksConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withSources(new EnvConfigSource(environment, 300))
                .withSources(new WrittenSettings())
                .build()
                .getConfigMapping(BooksConfig.class);
    }
}
