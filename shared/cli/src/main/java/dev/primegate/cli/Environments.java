package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which broker has an environment to try, and whether it was tried; skipped is not passed. */
@Command(
        name = "environments",
        description = {
            "Try each broker's own test environment for which keys are set, and keep the report.",
            "Status 3: one was tried and failed. What was skipped is counted apart, never as passed."
        })
final class Environments implements Verb {
    /** Where its reports are kept. */
    static final String KIND = "environments";

    private static final String MATRIX = "environments.json";

    private final Desk desk;

    @Mixin Evidence evidence = new Evidence();

    @Option(names = "--matrix", paramLabel = "FILE", description = "Another matrix than ours.")
    @Nullable Path matrix;

    Environments(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Exit run() {
        Trial trial = desk.trial();
        ObjectNode report = Json.object().put("at", desk.now().toString());
        for (JsonNode row : rows()) {
            Trial.Result result = trial.of(row);
            report.withArray("environments")
                    .addObject()
                    .put("broker", row.path("broker").asText())
                    .put("environment", row.path("environment").asText())
                    .put("verdict", result.verdict().name())
                    .put("why", result.why());
        }
        desk.show(
                new Answer(200, report, false),
                body ->
                        Table.of(
                                        body.path("environments"),
                                        "broker",
                                        "environment",
                                        "verdict",
                                        "why")
                                .text());
        desk.say(
                "%d passed, %d failed, %d skipped, %d that nobody can try"
                        .formatted(
                                count(report, Trial.Verdict.PASSED),
                                count(report, Trial.Verdict.FAILED),
                                count(report, Trial.Verdict.SKIPPED),
                                count(report, Trial.Verdict.NONE)
                                        + count(report, Trial.Verdict.BY_REQUEST)));
        desk.say("kept as " + evidence.keep(KIND, "brokers", report));
        return count(report, Trial.Verdict.FAILED) > 0 ? Exit.FINDING : Exit.OK;
    }

    private static int count(JsonNode report, Trial.Verdict verdict) {
        int count = 0;
        for (JsonNode one : report.path("environments")) {
            count += one.path("verdict").asText().equals(verdict.name()) ? 1 : 0;
        }
        return count;
    }

    private JsonNode rows() {
        Path other = matrix;
        try (InputStream ours =
                Objects.requireNonNull(getClass().getResourceAsStream(MATRIX), MATRIX)) {
            return Json.read(
                    other == null
                            ? new String(ours.readAllBytes(), StandardCharsets.UTF_8)
                            : Files.readString(other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
