package dev.primegate.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.alert.AlertLog;
import dev.primegate.alert.Severity;
import dev.primegate.embedded.TableStream;
import dev.primegate.proof.Proves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From the writer of an alert, through the table's own stream, to the page. */
@QuarkusTest
@QuarkusTestResource(FakeDesk.class)
class StreamToPagerTest {
    @Inject AlertLog alerts;
    @Inject AlertHandler handler;
    @Inject Clock clock;

    @Test
    @Proves("K3")
    void anAlertThatIsWrittenIsPaged() {
        FakeDesk.clear();
        try (TableStream stream = FakeDesk.stream()) {
            alerts.raise(
                    Alert.trigger(
                            "streamed",
                            "scope",
                            "cause",
                            Severity.CRITICAL,
                            "written to the table",
                            clock.instant(),
                            Map.of("orderId", "O1")));

            assertThat(handler.route(stream.next(), Duration.ofSeconds(20)).getBatchItemFailures())
                    .isEmpty();
        }
        assertThat(FakeDesk.PAGES)
                .anySatisfy(page -> {
                    assertThat(page.at("/payload/class").asText()).isEqualTo("streamed");
                    assertThat(page.at("/payload/summary").asText())
                            .isEqualTo("written to the table");
                });
    }
}
