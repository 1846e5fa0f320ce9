package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every problem the code can answer has a heading in its page, and no heading is idle. */
class ProblemTypesTest {
    private static final Pattern CODE =
            Pattern.compile(
                    "(?:Problem\\.of\\(\\s*\\w+,|Denial\\.of\\(|Denial\\.beyond\\(|denied\\(|(?:HALTED|REDUCING) = (?=\"trading)|RETIRED = "
                            + "|shortage\\([^;]*?)\\s*\"([a-z]+(?:-[a-z]+)*)\"");
    private static final Path PAGE = Path.of("../../shared/docs/reference/errors.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^### ([a-z-]+)$");

    @Test
    void thePageHasThemAll() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String folder :
                new String[] {
                    "src/main", "../../shared/domain/src/main", "../../shared/dynamodb/src/main"
                }) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> codes.addAll(found(CODE, read(file))));
            }
        }

        assertThat(codes).contains("symbol-long", "busy", "no-fx-rate", "trading-halted");
        assertThat(found(HEADING, read(PAGE))).isEqualTo(codes);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
