package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox is passed when it was tried, and not before. */
class EnvironmentsTest {
    private static final String READ = "GET /accounts/A%2F1/positions";

    @TempDir private Path folder = Path.of("replaced");

    private final FakeApi broker = new FakeApi();

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    @Proves("F2")
    void everyBrokerHasItsRowAndWithoutKeysNothingIsPassed() throws IOException {
        Typed typed = Typed.run(Map.of(), words());

        assertThat(typed.status()).isZero();
        assertThat(typed.err()).contains("0 passed, 0 failed, 2 skipped, 2 that nobody can try");
        assertThat(typed.out())
                .contains("CLEAR_STREET_CLIENT_ID", "ALPACA_CLIENT_ID", "BY_REQUEST", "NONE");
        try (Stream<Path> folders = Files.list(Path.of("..", "brokers"))) {
            List<String> brokers =
                    folders.filter(each -> Files.exists(each.resolve("broker.json")))
                            .map(each -> each.getName(each.getNameCount() - 1).toString())
                            .toList();
            assertThat(brokers).isNotEmpty();
            assertThat(typed.out()).contains(brokers);
        }
    }

    @Test
    @Proves("F2")
    void withKeysATokenIsTakenAndAReadIsTried() throws IOException {
        broker.on("POST /token", 200, "{\"access_token\":\"T\"}").on(READ, 200, "{}");

        Typed typed = Typed.run(keys(), words("--matrix", matrix()));

        assertThat(typed.status()).as(typed.out()).isZero();
        assertThat(typed.err()).contains("1 passed, 0 failed, 0 skipped");
        assertThat(broker.last().token()).isEqualTo("Bearer T");
        assertThat(typed.out() + typed.err()).doesNotContain("hush");
    }

    @Test
    void aKeyThatIsNotTakenHasFailed() throws IOException {
        broker.on("POST /token", 401, "{\"error\":\"invalid_client\"}");

        Typed typed = Typed.run(keys(), words("--matrix", matrix()));

        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out()).contains("FAILED", "no token: HTTP 401");
    }

    @Test
    void aReadThatIsRefusedHasFailed() throws IOException {
        broker.on("POST /token", 200, "{\"access_token\":\"T\"}").on(READ, 403, "{}");

        assertThat(Typed.run(keys(), words("--matrix", matrix())).out())
                .contains("FAILED", "not read: HTTP 403");
    }

    private static Map<String, String> keys() {
        return Map.of("ONE_ID", "me", "ONE_SECRET", "hush", "ONE_ACCOUNT", "A/1");
    }

    private String matrix() throws IOException {
        return Files.writeString(
                        folder.resolve("matrix.json"),
                        """
                        [{"broker":"one","environment":"demo","kind":"KEYS","form":"json",
                          "token":"%s/token","read":"%s/accounts/{account}/positions",
                          "keys":{"id":"ONE_ID","secret":"ONE_SECRET","account":"ONE_ACCOUNT"}}]
                        """
                                .formatted(broker.url(), broker.url()))
                .toString();
    }

    private List<String> words(String... more) {
        List<String> all =
                new ArrayList<>(List.of("environments", "--evidence", folder.toString()));
        all.addAll(List.of(more));
        return all;
    }
}
