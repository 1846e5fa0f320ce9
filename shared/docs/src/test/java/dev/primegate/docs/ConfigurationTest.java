package dev.primegate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of settings says what the code reads, and nothing else. */
class ConfigurationTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path PAGE = Path.of("reference/configuration.md");
    private static final String BEGIN = "<!-- settings: made by a test from the code -->\n";

    @Test
    void thePageIsWhatTheCodeReads() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN);
        assertThat(begin).as("%s has no place for settings", PAGE).isNotNegative();

        String made = page.substring(0, begin + BEGIN.length()) + "\n" + sections();

        Path copy = Path.of("target", "configuration.md");
        Files.createDirectories(copy.toAbsolutePath().getParent());
        Files.writeString(copy, made);
        assertThat(page)
                .as("%s is not what the code reads; the current one is %s", PAGE, copy)
                .isEqualTo(made);
    }

    /** Who sets something must find what it does. */
    @Test
    void everySettingOfAMappingSaysWhatItMeans() throws IOException {
        assertThat(rooms().stream().flatMap(room -> ConfigSources.under(room).stream()))
                .hasSizeGreaterThan(150)
                .filteredOn(setting -> setting.meaning().isEmpty())
                .isEmpty();
    }

    private static String sections() throws IOException {
        return rooms().stream()
                .filter(room -> !ConfigSources.under(room).isEmpty())
                .map(ConfigurationTest::section)
                .collect(Collectors.joining("\n"));
    }

    private static String section(Path room) {
        return ConfigSources.under(room).stream()
                .map(Setting::row)
                .collect(
                        Collectors.joining(
                                "\n",
                                """
                                ## %s

                                | setting | type | default | meaning |
                                | --- | --- | --- | --- |
                                """
                                        .formatted(ROOT.relativize(room)),
                                "\n"));
    }

    /** Every module, functions first. */
    private static List<Path> rooms() throws IOException {
        try (Stream<Path> functions = Files.walk(ROOT.resolve("functions"), 1);
                Stream<Path> shared = Files.walk(ROOT.resolve("shared"), 2)) {
            return Stream.concat(functions.sorted(), shared.sorted())
                    .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .toList();
        }
    }
}
