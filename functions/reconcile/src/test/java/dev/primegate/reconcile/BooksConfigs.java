package dev.primegate.reconcile;

import dev.primegate.runtime.WrittenSettings;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /** One day, whose trades come as CSV files of these columns, and {@code lines} beside. */
    static BooksConfig ofFills(Path folder, String... lines) {
        String mapping = "brokers.paper.files.mappings[0].";
        return of(
                Stream.concat(
                                Stream.of(
                                        "days=1",
                                        "folder=" + folder,
                                        "brokers.paper.files.format=csv",
                                        "brokers.paper.files.within=12h",
                                        mapping + "name=fills",
                                        mapping + "file-name=(?<day>[0-9]{8})_fills(_[0-9])?[.]csv",
                                        mapping + "book=trades",
                                        mapping + "columns.id=ref",
                                        mapping + "columns.account=acct",
                                        mapping + "columns.instrument=pair",
                                        mapping + "columns.side=way",
                                        mapping + "columns.quantity=qty",
                                        mapping + "columns.price=px",
                                        mapping + "columns.currency=ccy",
                                        mapping + "columns.trade-date=day",
                                        mapping + "sides.B=buy",
                                        mapping + "trailer=END"),
                                Stream.of(lines))
                        .toArray(String[]::new));
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
