package dev.primegate.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What holds for the page's files, as they are packed. */
class PageTest {
    private static final Path PAGE = Path.of("target/classes/META-INF/resources/console");
    private static final int PAYLOAD = 500_000;

    /** Whatever turns data into markup or code. */
    private static final Pattern UNSAFE =
            Pattern.compile(
                    "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|DOMParser|srcdoc|setTimeout\\(['\"`]");

    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*? from '(.*?)';$");

    @Test
    void noDataBecomesMarkupOrCode() {
        Map<String, String> ours = ours();

        assertThat(ours).containsKeys("index.html", "js/main.js", "js/screens/halts.js");
        ours.forEach((name, text) -> assertThat(text).as(name).doesNotContainPattern(UNSAFE));
    }

    @Test
    void thePolicyTravelsWithThePageAndAllowsNothingInline() {
        String page = read(PAGE.resolve("index.html"));

        assertThat(page)
                .contains("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe", "http://", "https://", "style=", " onclick")
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContain("<style");
    }

    @Test
    void everythingThatIsImportedIsThere() {
        ours().forEach((name, text) ->
                assertThat(imports(text))
                        .as(name)
                        .allSatisfy(other ->
                                assertThat(PAGE.resolve(name).resolveSibling(other).normalize())
                                        .exists()));
    }

    @Test
    void itIsSmallOnTheWire() {
        try (Stream<Path> files = Files.walk(PAGE)) {
            int all = files.filter(Files::isRegularFile).mapToInt(PageTest::compressed).sum();

            assertThat(all).isBetween(100_000, PAYLOAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> ours() {
        try (Stream<Path> files = Files.walk(PAGE)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(PAGE.resolve("vendor")))
                    .collect(
                            Collectors.toMap(
                                    file -> PAGE.relativize(file).toString(),
                                    PageTest::read,
                                    (one, _) -> one,
                                    TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> imports(String text) {
        return IMPORT.matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
    }

    private static int compressed(Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
