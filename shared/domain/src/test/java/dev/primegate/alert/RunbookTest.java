package dev.primegate.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each rule that code can raise is declared, each that is declared can be raised, and each has one
 * page that says all that a page must.
 */
class RunbookTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path PAGES = ROOT.resolve("shared/docs/runbooks");

    private static final Set<String> DECLARED =
            Arrays.stream(Rule.values())
                    .map(Rule::id)
                    .collect(Collectors.toCollection(TreeSet::new));

    /** Where alerts are made; only there is a rule written down as text. */
    private static final Pattern MAKES_ALERTS =
            Pattern.compile("Alert\\.(?:trigger|resolve)\\(|new Alert\\(");

    private static final Pattern WORDS = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)+)\"");
    private static final Pattern FIRST_ARGUMENT =
            Pattern.compile("Alert\\.(?:trigger|resolve)\\(\\s*\"([^\"]+)\"");
    private static final Pattern CONSTANT = Pattern.compile("Rule\\.([A-Z_]+)");

    /** Words of that shape which stand beside alerts and are none. */
    private static final Set<String> NO_RULES = Set.of("alert-router", "detail-type");

    @Test
    void whatCodeCanRaiseIsDeclaredAndWhatIsDeclaredCanBeRaised() {
        assertThat(raised()).isEqualTo(DECLARED);
    }

    @Test
    void eachRuleHasItsPageAndEachPageItsRule() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> !name.equals("README.md"))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Rule.values()).map(Rule::runbook).toList());
        }
    }

    @Test
    void aPageSaysWhoseItIsAndWhatToDoFromTheFirstLookOn() {
        for (Rule rule : Rule.values()) {
            String page = read(PAGES.resolve(rule.runbook()));
            assertThat(page)
                    .as(rule.runbook())
                    .startsWith("# " + rule.id() + "\n")
                    .contains(
                            "**Condition**: " + rule.condition() + ".",
                            "**Severity**: "
                                    + rule.severity().name().toLowerCase(java.util.Locale.ROOT),
                            "**Owner**: " + rule.owner().name().toLowerCase(java.util.Locale.ROOT));
            assertThat(headings(page))
                    .as(rule.runbook())
                    .containsExactly("First look", "Decide", "Act", "Verify", "Escalate");
        }
    }

    /** A command that does not exist costs the minutes that a page is there to save. */
    @Test
    void whatAPageAsksOfTheApiTheApiHas() {
        String api = read(ROOT.resolve("functions/order-submit/openapi.yaml"));
        List<Pattern> paths =
                Pattern.compile("(?m)^  (/[^:\\s]+(?::batch)?):$")
                        .matcher(api)
                        .results()
                        .map(match ->
                                Pattern.compile(
                                        match.group(1).replaceAll("\\{[^}]+}", "[^ ?'\"`]+")))
                        .toList();
        for (Rule rule : Rule.values()) {
            Pattern.compile("/(?:v1|health)/[^ ?'\"`\\n]+")
                    .matcher(read(PAGES.resolve(rule.runbook())))
                    .results()
                    .map(MatchResult::group)
                    .forEach(path ->
                            assertThat(paths)
                                    .as("%s names %s", rule.runbook(), path)
                                    .anyMatch(known -> known.matcher(path).matches()));
        }
    }

    private static List<String> headings(String page) {
        return Pattern.compile("(?m)^## (.+)$")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Set<String> raised() {
        Set<String> raised = new TreeSet<>();
        for (Path source : sources()) {
            String text = read(source);
            if (MAKES_ALERTS.matcher(text).find()) {
                found(WORDS, text).forEach(raised::add);
                found(FIRST_ARGUMENT, text).forEach(raised::add);
            }
            found(CONSTANT, text).map(name -> Rule.valueOf(name).id()).forEach(raised::add);
        }
        raised.removeAll(NO_RULES);
        return raised;
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static List<Path> sources() {
        try (Stream<Path> shared = Files.walk(ROOT.resolve("shared"));
                Stream<Path> functions = Files.walk(ROOT.resolve("functions"))) {
            return Stream.concat(shared, functions)
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/"))
                    .filter(file -> !file.toString().contains("/testkit/"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
