package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.proof.Proves;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plans of Terraform 1.11.4 against an emulated AWS: of a table and two queues as they were
 * applied; and after somebody has switched the table's recovery off and deleted a queue, and
 * another queue was to keep messages for fewer days.
 */
class DriftTest {
    @TempDir private Path folder = Path.of("replaced");

    @Test
    @Proves("X71")
    void whatSomebodyChangedThereIsToldApartFromWhatIsNotAppliedYet() throws IOException {
        Typed typed = typed("--json", saved(plan("drifted")));

        assertThat(typed.status()).isEqualTo(3);
        assertThat(Json.read(typed.out()))
                .isEqualTo(
                        Json.read(
                                """
                                {"differs": [
                                  {"address": "aws_dynamodb_table.this", "action": "update",
                                   "attributes": "point_in_time_recovery", "changed": "there"},
                                  {"address": "aws_sqs_queue.dead", "action": "update",
                                   "attributes": "message_retention_seconds", "changed": "here"},
                                  {"address": "aws_sqs_queue.parked", "action": "create",
                                   "attributes": "", "changed": "there"}]}
                                """));
        assertThat(typed.err()).contains("3 of 3 resources are not as they are written");
    }

    @Test
    @Proves("X71")
    void whereNothingDiffersNothingIsFound() throws IOException {
        Typed typed = typed(saved(plan("same")));

        assertThat(typed.status()).isZero();
        assertThat(typed.err()).contains("0 of 3 resources are not as they are written");
    }

    /** Values may be secrets. */
    @Test
    void noValueIsShown() throws IOException {
        Typed typed = typed(saved(plan("drifted")));

        assertThat(typed.out()).contains("message_retention_seconds").doesNotContain("604800");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no plan at all",
                "{}",
                "{\"format_version\":\"1.2\",\"resource_changes\":[]}",
                "{\"format_version\":\"2.0\",\"resource_changes\":[{}]}",
                "{\"format_version\":\"1.2\",\"errored\":true,\"resource_changes\":[{}]}",
                "{\"format_version\":\"1.2\",\"complete\":false,\"resource_changes\":[{}]}"
            })
    void whatIsNoWholePlanIsRefused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), text);

        Typed typed = typed(file.toString());

        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("is not a whole plan of a stack");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThat(typed(folder.resolve("none.json").toString()).status()).isEqualTo(2);
    }

    /** A source of facts that is read again when it is applied is no difference. */
    @Test
    void whatIsOnlyReadAgainIsNoDifference() throws IOException {
        ObjectNode plan = plan("same");
        plan.withArray("resource_changes")
                .addObject()
                .put("address", "data.aws_iam_policy_document.this")
                .putObject("change")
                .putArray("actions")
                .add("read");

        assertThat(typed(saved(plan)).status()).isZero();
    }

    private String saved(ObjectNode plan) throws IOException {
        return Files.writeString(folder.resolve("plan.json"), Json.line(plan)).toString();
    }

    private static ObjectNode plan(String name) throws IOException {
        String file = "plan-%s.json".formatted(name);
        try (InputStream saved =
                Objects.requireNonNull(DriftTest.class.getResourceAsStream(file), file)) {
            return (ObjectNode) Json.read(new String(saved.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Typed typed(String... words) {
        return Typed.run(Map.of(), Stream.concat(Stream.of("drift"), Stream.of(words)).toList());
    }
}
