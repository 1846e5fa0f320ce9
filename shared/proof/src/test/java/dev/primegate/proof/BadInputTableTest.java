package dev.primegate.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of bad input names every class, and tests that there are. */
class BadInputTableTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|.*\\|(.*)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    private final List<MatchResult> rows =
            ROW.matcher(read(ROOT.resolve("shared/docs/bad-input.md"))).results().toList();

    @Test
    void everyClassHasItsRow() {
        assertThat(rows.stream().map(row -> Integer.valueOf(row.group(1))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 37).boxed().toList());
        assertThat(rows.stream().filter(row -> !TEST.matcher(row.group(2)).find()))
                .extracting(row -> row.group(1))
                .containsExactly("24", "37");
    }

    @Test
    void everyTestIsThere() throws IOException {
        Map<String, String> tests = tests();

        assertThat(
                        rows.stream()
                                .flatMap(row -> TEST.matcher(row.group(2)).results())
                                .filter(test ->
                                        !tests.getOrDefault(test.group(1), "")
                                                .contains(" void " + test.group(2) + "("))
                                .map(MatchResult::group))
                .isEmpty();
    }

    /** The source of each class of tests, by its name. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        for (String folder : List.of("shared", "functions")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith("Test.java"))
                        .forEach(file ->
                                tests.merge(
                                        file.getFileName().toString().replace(".java", ""),
                                        read(file),
                                        String::concat));
            }
        }
        return tests;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
