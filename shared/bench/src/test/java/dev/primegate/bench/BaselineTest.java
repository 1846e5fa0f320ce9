package dev.primegate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    @TempDir private Path folder = Path.of("replaced");

    @Test
    void aLineIsARatio() throws IOException {
        Path file = Files.writeString(folder.resolve("stored"), "# since\norders=0.512\n");

        assertThat(Baseline.read(file).ratios())
                .isEqualTo(Map.of("orders", new BigDecimal("0.512")));
    }

    @Test
    void withoutAFileNothingIsStored() throws IOException {
        assertThat(Baseline.read(folder.resolve("none")).ratios()).isEmpty();
    }
}
