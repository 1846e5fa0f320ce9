package dev.primegate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A short run against the built product. That it says how long things took is enough. */
class BenchIT {
    private static final Path JAR = Path.of("../local/target/quarkus-app/quarkus-run.jar");

    @Test
    void aRunEndsWithATable() throws IOException, InterruptedException {
        assertThat(Main.report(JAR, 20, 5))
                .startsWith("20 orders each way, in turns")
                .contains("order-submit over HTTP", "the same calls by hand", "ratio")
                .contains("DynamoDB, by hand: 2 requests an order");
    }
}
