package dev.primegate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link from a page of this repository to another leads there, headings included. */
class LinksTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern LINK =
            Pattern.compile("\\]\\((?![a-z]+:)([^)\\s#]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = pages().stream().flatMap(LinksTest::broken).toList();

        assertThat(pages()).hasSizeGreaterThan(60);
        assertThat(broken).isEmpty();
    }

    private static Stream<String> broken(Path page) {
        return LINK.matcher(CODE.matcher(read(page)).replaceAll(""))
                .results()
                .filter(link -> !leads(page, link))
                .map(link -> ROOT.relativize(page) + ": " + link.group());
    }

    private static boolean leads(Path page, MatchResult link) {
        Path there =
                link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
        if (!Files.exists(there)) {
            return false;
        }
        return link.group(2) == null || anchors(there).contains(link.group(2));
    }

    private static Set<String> anchors(Path page) {
        return HEADING.matcher(read(page))
                .results()
                .map(heading -> anchor(heading.group(1)))
                .collect(Collectors.toSet());
    }

    /** As GitHub makes one of a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 _-]", "")
                .strip()
                .replace(' ', '-');
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file ->
                            Stream.of(file.toString().split("/")).noneMatch(NOT_OURS::contains))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
