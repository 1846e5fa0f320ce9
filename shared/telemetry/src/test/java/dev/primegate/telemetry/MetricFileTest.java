package dev.primegate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names that the tests of Terraform hold dashboards and alarms against are those of here. */
class MetricFileTest {
    private static final Path FILE = Path.of("../../infra/terraform/tests/metrics.json");

    @Test
    @Proves({"G16", "L2", "L5"})
    void dashboardsAndAlarmsAreHeldAgainstWhatIsWritten() throws IOException {
        String current =
                """
                {
                  "calls": %s,
                  "metrics": {
                %s
                  }
                }
                """
                        .formatted(calls(), metrics());
        Path copy = Files.createDirectories(Path.of("target")).resolve("metrics.json");
        var _ = Files.writeString(copy, current);

        assertThat(Files.readString(FILE))
                .as("%s is not what the code says; the current one is %s", FILE, copy)
                .isEqualTo(current);
    }

    private static String calls() {
        return list(
                Arrays.stream(CallOutcome.values()).filter(CallOutcome::isCall).map(Enum::name));
    }

    private static String metrics() {
        return Arrays.stream(Metric.values())
                .sorted(Comparator.comparing(Metric::word))
                .map(metric ->
                        "    \"%s\": %s"
                                .formatted(
                                        metric.word(),
                                        list(metric.labels().stream().map(Label::word))))
                .collect(Collectors.joining(",\n"));
    }

    private static String list(Stream<String> words) {
        return words.map("\"%s\""::formatted).collect(Collectors.joining(", ", "[", "]"));
    }
}
