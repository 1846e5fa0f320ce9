package dev.primegate.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.Due;
import dev.primegate.proof.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagerDutyEventTest {
    private static final Path SPEC =
            Path.of("../../../shared/specs/pagerduty-events-v2.openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "e93facc04764012d7bfb002500d5d1a6";

    @ParameterizedTest
    @EnumSource(Severity.class)
    @Proves("K3")
    void everyEventIsValidByPagerDutysOwnSchema(Severity severity) throws IOException {
        for (Due due : Due.values()) {
            Notice notice = notice(due, alert("scope", severity, "summary"));
            PagerDutyEvent event =
                    PagerDutyEvent.of(
                            KEY,
                            "test",
                            notice,
                            List.of(new Link("https://example.com", "runbook")));
            assertThat(schema().validate(JSON.writeValueAsString(event), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void theSchemaCanRefuse() throws IOException {
        assertThat(
                        schema().validate(
                                        "{\"routing_key\":\"x\",\"event_action\":\"shout\"}",
                                        InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void aKeyThatIsTooLongIsCutAndStaysItsOwn() {
        String one = dedupKey("x".repeat(300) + "1");
        String two = dedupKey("x".repeat(300) + "2");

        assertThat(one).hasSize(255).isNotEqualTo(two);
    }

    @Test
    @Proves("K3")
    void anIncidentHasOneKeyFromItsBeginningToItsEnd() {
        for (String scope : List.of("scope", "x".repeat(300))) {
            Alert alert = alert(scope, Severity.ERROR, "summary");
            assertThat(Arrays.stream(Due.values()).map(due -> event(due, alert).dedupKey()))
                    .as(scope)
                    .containsOnly(dedupKey(scope));
        }
    }

    @Test
    void aSummaryIsCutToWhatPagerDutyTakes() {
        PagerDutyEvent event =
                event(Due.TRIGGER, alert("scope", Severity.ERROR, "y".repeat(2_000)));

        assertThat(Objects.requireNonNull(event.payload()).summary()).hasSize(1024).endsWith("…");
    }

    @Test
    void noCharacterIsCutInHalf() {
        assertThat(Cut.to(5, "abc\uD83D\uDE00def")).isEqualTo("abc…");
        assertThat(Cut.to(6, "abc\uD83D\uDE00def")).isEqualTo("abc\uD83D\uDE00…");
    }

    @Test
    void aKeyIsNotPrinted() {
        assertThat(event(Due.RESOLVE, alert("s", Severity.INFO, "")).toString())
                .doesNotContain(KEY);
    }

    private static String dedupKey(String scope) {
        return PagerDutyEvent.dedupKey(
                "test", notice(Due.TRIGGER, alert(scope, Severity.INFO, "")).incident());
    }

    private static PagerDutyEvent event(Due due, Alert alert) {
        return PagerDutyEvent.of(KEY, "test", notice(due, alert), List.of());
    }

    private static Notice notice(Due due, Alert alert) {
        return Notices.of(due, alert, "pagerduty");
    }

    private static Alert alert(String scope, Severity severity, String summary) {
        return Alert.trigger(
                "rule",
                scope,
                "cause",
                severity,
                summary,
                Instant.parse("2026-11-02T10:00:00.123456789Z"),
                Map.of("orderId", "O1"));
    }

    private static Schema schema() throws IOException {
        assumeThat(Files.exists(SPEC))
                .as("SKIPPED: PagerDuty's published OpenAPI file is not at hand")
                .isTrue();
        JsonNode spec = JSON.readTree(Files.readString(SPEC));
        ObjectNode root =
                spec.at("/paths/~1enqueue/post/requestBody/content/application~1json/schema")
                        .deepCopy();
        root.set("components", spec.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root.toString());
    }
}
