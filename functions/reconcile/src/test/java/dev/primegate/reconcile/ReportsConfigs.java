package dev.primegate.reconcile;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;

/** Where reports go in a test. */
final class ReportsConfigs {
    private ReportsConfigs() {}

    /** From lines of {@code name=value}, without {@code primegate.reports} before them. */
    static ReportsConfig of(String... lines) {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder().withMapping(ReportsConfig.class);
        for (String line : lines) {
            List<String> parts = List.of(line.split("=", 2));
            builder.withDefaultValue("primegate.reports." + parts.getFirst(), parts.getLast());
        }
        return builder.build().getConfigMapping(ReportsConfig.class);
    }
}
