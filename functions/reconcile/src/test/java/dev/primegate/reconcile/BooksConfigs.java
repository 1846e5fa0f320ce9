package dev.primegate.reconcile;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;

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
}
