package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What was measured and tried, one dated file each; nothing is ever written over. */
final class Evidence {
    @Option(
            names = "--evidence",
            defaultValue = "evidence",
            paramLabel = "FOLDER",
            description = "Where reports are kept; ${DEFAULT-VALUE}.")
    Path folder = Path.of("");

    /** Keeps {@code report}, which says {@code at} when it was made. */
    Path keep(String kind, String about, JsonNode report) {
        String name = "%s-%s.json".formatted(report.path("at").asText().replace(':', '-'), about);
        try {
            return Files.writeString(
                    Files.createDirectories(folder.resolve(kind)).resolve(name),
                    Json.pretty(report),
                    StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every report of a kind, by when it was made; none if there never was one. */
    List<JsonNode> all(String kind) {
        Path reports = folder.resolve(kind);
        if (!Files.isDirectory(reports)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(reports)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(Evidence::read)
                    .sorted(Comparator.comparing(Evidence::at))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<JsonNode> latest(String kind) {
        return all(kind).stream().reduce((_, later) -> later);
    }

    static Instant at(JsonNode report) {
        return Instant.parse(report.path("at").asText());
    }

    /** Throws {@link RefusedException} if it is no report. */
    static JsonNode read(Path file) {
        try {
            JsonNode report = Json.read(Files.readString(file));
            if (report.path("at").asText("").isEmpty()) {
                throw new RefusedException(file + ": expected a report with its time");
            }
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
