package dev.primegate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of FIX names has every field of orders and quotes, and none that is no more. */
class FixFieldsTest {
    private static final Path PAGE = Path.of("reference/fix-fields.md");
    private static final Path API = Path.of("../../functions/order-submit/openapi.yaml");
    private static final List<String> SCHEMAS =
            List.of("NewOrder", "OrderView", "OrderPreview", "Quote", "QuoteRequest");
    private static final List<String> ENUMS =
            List.of("Side", "OrdType", "TimeInForce", "ExecInst", "Target", "OrderStatus");

    private static final Pattern FIELD =
            Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\w+|-) \\| (\\d+|-) \\| (.*?) ?\\|$");
    private static final Pattern VALUE =
            Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ([A-Z]\\w+) \\| ([0-9A-Z]|-) \\|$");

    @Test
    void everyFieldOfTheApiIsThereOnce() throws IOException {
        TreeSet<String> fields = new TreeSet<>();
        for (String schema : SCHEMAS) {
            fields.addAll(found("(?m)^        (\\w+):$", schema(schema)));
        }

        assertThat(fields).hasSizeGreaterThan(35);
        assertThat(rows(FIELD).map(row -> row.group(1))).containsExactlyElementsOf(fields);
    }

    @Test
    void everyValueOfTheApiIsThereOnce() throws IOException {
        for (String name : ENUMS) {
            assertThat(
                            rows(VALUE)
                                    .filter(row -> row.group(2).equals(name))
                                    .map(row -> row.group(1)))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(
                            found("(?m)^      - ([A-Z_]+)$", schema(name)));
        }
        assertThat(rows(VALUE).map(row -> row.group(2)).distinct())
                .containsExactlyInAnyOrderElementsOf(ENUMS);
    }

    /**
     * A name has one tag, a tag one name; a field is called as FIX calls it, or says what it is.
     */
    @Test
    void namesAndTagsAgree() throws IOException {
        Map<String, String> tags = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        rows(FIELD)
                .filter(row -> !row.group(2).equals("-"))
                .forEach(row -> {
                    assertThat(tags.merge(row.group(2), row.group(3), (one, _) -> one))
                            .isEqualTo(row.group(3));
                    assertThat(names.merge(row.group(3), row.group(2), (one, _) -> one))
                            .isEqualTo(row.group(2));
                });

        assertThat(tags).containsEntry("ClOrdID", "11").hasSizeGreaterThan(28);
        assertThat(rows(FIELD))
                .allSatisfy(row ->
                        assertThat(
                                        row.group(1).equalsIgnoreCase(row.group(2))
                                                || !row.group(4).isBlank())
                                .as(row.group(1))
                                .isTrue());
        assertThat(rows(FIELD))
                .allSatisfy(row ->
                        assertThat(row.group(2).equals("-")).isEqualTo(row.group(3).equals("-")));
    }

    @Test
    void aValueOfFixMeansOneThing() throws IOException {
        List<String> values =
                rows(VALUE)
                        .filter(row -> !row.group(3).equals("-"))
                        .map(row -> row.group(2) + " " + row.group(3))
                        .toList();

        assertThat(values).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }

    private static Stream<MatchResult> rows(Pattern row) throws IOException {
        return row.matcher(Files.readString(PAGE)).results();
    }

    /** The lines of a schema, by their indents. */
    private static String schema(String name) throws IOException {
        String[] parts = Files.readString(API).split("(?m)^    " + name + ":$", 2);
        assertThat(parts).as("%s has no schema %s", API, name).hasSize(2);
        return parts[1].split("(?m)^ {0,4}\\w+:$", 2)[0];
    }

    private static List<String> found(String pattern, String text) {
        List<String> all =
                Pattern.compile(pattern).matcher(text).results().map(one -> one.group(1)).toList();
        assertThat(all).isNotEmpty();
        return all;
    }
}
