package dev.primegate.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.proof.Proves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A batch that comes again, as it does when its first delivery was too slow to be acknowledged. */
@QuarkusTest
@QuarkusTestResource(FakeDesk.class)
class StreamAgainTest {
    private static final Duration WITHIN = Duration.ofSeconds(20);

    @Inject AlertHandler handler;
    @Inject Clock clock;

    @Test
    @Proves({"X44", "X45"})
    void aBatchThatIsDeliveredAgainTellsNobodyAgain() {
        FakeDesk.clear();
        DynamodbEvent batch = StreamedAlerts.event(alert("again-1"), alert("again-2"));

        for (int delivery = 0; delivery < 5; delivery++) {
            assertThat(handler.route(batch, WITHIN).getBatchItemFailures()).isEmpty();
        }

        assertThat(FakeDesk.PAGES).hasSize(2);
    }

    private Alert alert(String scope) {
        return Alert.trigger(
                "again", scope, "cause", Severity.CRITICAL, scope, clock.instant(), Map.of());
    }
}
