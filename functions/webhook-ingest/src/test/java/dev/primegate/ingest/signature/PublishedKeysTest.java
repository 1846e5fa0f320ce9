package dev.primegate.ingest.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class PublishedKeysTest {
    private final SettableClock clock = new SettableClock(Fixture.SIGNED_AT);
    private final Queue<String> answers = new ArrayDeque<>();
    private int fetches;
    private final PublishedKeys keys = new PublishedKeys(this::answer, clock);

    @Test
    void theyAreFetchedOnceAnHour() {
        answers.add(set("one"));
        answers.add(set("two"));
        assertThat(keys.find("one")).isPresent();
        clock.advance(Duration.ofMinutes(59));
        assertThat(keys.find("one")).isPresent();
        assertThat(fetches).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        assertThat(keys.find("one")).isEmpty();
        assertThat(keys.find("two")).isPresent();
    }

    @Test
    void aKeyThatIsNotAmongThemIsLookedForOnce() {
        answers.add(set("one"));
        answers.add(set("one", "two"));
        answers.add(set("one", "two"));
        assertThat(keys.find("one")).isPresent();
        clock.advance(Duration.ofSeconds(30));

        assertThat(keys.find("two")).isPresent();
        assertThat(keys.find("made up")).isEmpty();
        assertThat(keys.find("made up too")).isEmpty();
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void thoseThatAreHeldStayGoodWhileNoneCanBeFetched() {
        answers.add(set("one"));
        assertThat(keys.find("one")).isPresent();
        clock.advance(Duration.ofHours(2));

        assertThat(keys.find("one")).isPresent();
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void withoutAnyItCannotBeSaidWhoSigned() {
        assertThatThrownBy(() -> keys.find("one"))
                .isInstanceOf(PublishedKeys.KeysUnavailableException.class);
        assertThatThrownBy(() -> keys.find("one"))
                .isInstanceOf(PublishedKeys.KeysUnavailableException.class);
        assertThat(fetches).isEqualTo(1);
    }

    private String answer() throws IOException {
        fetches++;
        if (answers.isEmpty()) {
            throw new IOException("unreachable");
        }
        return answers.remove();
    }

    private static String set(String... ids) {
        StringBuilder keys = new StringBuilder();
        for (String id : ids) {
            keys.append(keys.isEmpty() ? "" : ",")
                    .append(
                            "{\"kty\":\"RSA\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"AQAB\"}"
                                    .formatted(id, "w".repeat(342)));
        }
        return "{\"keys\":[%s]}".formatted(keys);
    }
}
