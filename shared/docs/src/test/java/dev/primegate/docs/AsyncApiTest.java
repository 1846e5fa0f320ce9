package dev.primegate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** asyncapi.json names what is told, and no more; both are read from their files. */
class AsyncApiTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path LISTEN =
            Path.of("shared/cli/src/main/java/dev/primegate/cli/Event.java");
    private static final Path DUE =
            Path.of("shared/domain/src/main/java/dev/primegate/alert/routing/Due.java");
    private static final Path WEBHOOK =
            Path.of("functions/alert-router/src/main/java/dev/primegate/router/Webhook.java");

    @Test
    void itsMessagesAreTheEventsThatAreTold() throws IOException {
        Set<String> told = new TreeSet<>(all("\\w+\\(\\s*\"([a-z]+\\.[a-z]+)\"", LISTEN));
        all("(?m)^    ([A-Z]+),?$", DUE).stream()
                .map(due -> "incident." + due.toLowerCase(Locale.ROOT))
                .forEach(told::add);

        assertThat(told).hasSizeGreaterThan(10);
        assertThat(described("\"const\": \"([a-z.]+)\"")).isEqualTo(told);
    }

    @Test
    void eachHasItsReferenceInAChannel() throws IOException {
        assertThat(described("#/components/messages/([a-z-]+)\""))
                .isEqualTo(
                        described("\"const\": \"([a-z.]+)\"").stream()
                                .map(type -> type.replace('.', '-'))
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyFieldOfAWebhookIsDescribed() throws IOException {
        Set<String> fields = new TreeSet<>(all("\\.put(?:Array|Object)?\\(\"(\\w+)\"", WEBHOOK));

        assertThat(fields).contains("incident", "dedupKey");
        assertThat(described("\"(\\w+)\": \\{")).containsAll(fields);
    }

    @Test
    void everyFieldThatListenPrintsIsDescribed() throws IOException {
        // The members that stand beside a type, before the enum's first field.
        String constants = Files.readString(ROOT.resolve(LISTEN)).split("private final", 2)[0];
        Set<String> fields =
                Pattern.compile("\"([a-z]+[A-Za-z]*)\"")
                        .matcher(constants)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(fields).contains("orderId", "incident");
        assertThat(described("\"(\\w+)\": \\{")).containsAll(fields);
    }

    private static Set<String> described(String pattern) throws IOException {
        return all(pattern, Path.of("shared/docs/reference/asyncapi.json"));
    }

    private static Set<String> all(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(ROOT.resolve(file)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
