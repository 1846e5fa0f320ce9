package dev.primegate.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts which promises the last test run has proven; {@code ./primegate test} prints it. */
public final class Tally {
    /** Where each module's test run leaves what it proved. */
    static final Path FILE = Path.of("target", "proofs.tsv");

    private Tally() {}

    /**
     * Prints one line for the tree below {@code args[0]}, and with a second argument {@code -v} a
     * line per row.
     */
    public static void main(String[] args) throws IOException {
        Map<String, String> promises = Promises.all();
        Map<String, Set<String>> proofs = proofs(Path.of(args[0]));
        System.out.printf(
                "promises proven: %d of %d (%s)%n",
                promises.keySet().stream().filter(proofs::containsKey).count(),
                promises.size(),
                String.join(" ", promises.keySet().stream().filter(proofs::containsKey).toList()));
        if (args.length > 1 && args[1].equals("-v")) {
            promises.forEach((id, title) ->
                    System.out.printf(
                            "%-4s %-80s %s%n",
                            id, title, String.join(" ", proofs.getOrDefault(id, Set.of()))));
        }
    }

    /** Row id to the tests that proved it, over every module below {@code root}. */
    static Map<String, Set<String>> proofs(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root, 6)) {
            List<Path> found = files.filter(f -> f.endsWith(FILE)).toList();
            return found.stream()
                    .flatMap(Tally::lines)
                    .map(line -> line.split("\t", 2))
                    .collect(
                            Collectors.groupingBy(
                                    cells -> cells[0],
                                    Collectors.mapping(
                                            cells -> cells[1],
                                            Collectors.toCollection(TreeSet::new))));
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
