package dev.primegate.bench.recon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;

class NativeOursTest {
    @Test
    void onlyWhatItStandsOnIsCompiled() {
        String whole =
                String.join(
                        File.pathSeparator,
                        "shared/bench/target/classes",
                        "lib/dev.primegate.primegate-reconciliation-0.1.0.jar",
                        "lib/io.quarkus.quarkus-core-3.34.7.jar",
                        "lib/fastcsv-4.4.0.jar",
                        "lib/duckdb_jdbc-2.0.0.jar");

        assertThat(NativeOurs.classPath(whole).split(File.pathSeparator))
                .containsExactly(
                        "shared/bench/target/classes",
                        "lib/dev.primegate.primegate-reconciliation-0.1.0.jar",
                        "lib/fastcsv-4.4.0.jar");
    }
}
