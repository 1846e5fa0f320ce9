package dev.primegate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rows that the last run of {@code ./primegate test} below a folder has proven. */
final class Proofs {
    private static final Path FILE = Path.of("target", "proofs.tsv");
    private static final int DEPTH = 6;

    private final Path root;

    Proofs(Path root) {
        this.root = root;
    }

    /** Those of {@code wanted} that no test of it proved, or not since {@code from}. */
    Set<String> missing(List<String> wanted, Instant from) {
        Set<String> missing = new TreeSet<>(wanted);
        if (Files.isDirectory(root)) {
            try (Stream<Path> files = Files.walk(root, DEPTH)) {
                files.filter(file -> file.endsWith(FILE))
                        .filter(file -> !modified(file).isBefore(from))
                        .flatMap(file -> lines(file).stream())
                        .forEach(line -> missing.remove(line.split("\t", 2)[0]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return missing;
    }

    /** How long a test run is believed. */
    static Duration holds() {
        return Duration.ofDays(7);
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
