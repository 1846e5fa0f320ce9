package dev.primegate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.SharedTokens;
import dev.primegate.broker.SharedTokens.Sealed;
import dev.primegate.broker.SharedTokens.Shelf;
import dev.primegate.proof.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SharedTokens} must do. Each test gets a fresh one. */
public abstract class TokensContract {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    private static final Instant LAPSES = START.plusSeconds(10);
    private static final String NAME = "clear-street/reader";

    protected final SettableClock clock = new SettableClock(START);
    private SharedTokens tokens = new MemoryTokens(clock);

    protected abstract SharedTokens open();

    @BeforeEach
    void openOne() {
        tokens = open();
    }

    @Test
    void nothingIsThereBeforeTheFirst() {
        assertThat(tokens.read(NAME)).isEqualTo(Shelf.EMPTY);
    }

    @Test
    void whatWasPutIsReadByEverybodyAndUnderItsOwnNameOnly() {
        assertThat(tokens.put(NAME, claimed(), token("first"))).isTrue();

        assertThat(tokens.read(NAME))
                .isEqualTo(new Shelf(Optional.of(token("first")), 2, Instant.EPOCH));
        assertThat(tokens.read("clear-street/trader")).isEqualTo(Shelf.EMPTY);
    }

    @Test
    @Proves({"C7", "X36"})
    void oneOfManyGetsTheLease() throws Exception {
        List<Callable<Optional<Shelf>>> claims = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            claims.add(() -> tokens.claim(NAME, tokens.read(NAME), LAPSES));
        }
        int claimed = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(5)) {
            for (Future<Optional<Shelf>> claim : pool.invokeAll(claims)) {
                claimed += claim.get().isPresent() ? 1 : 0;
            }
        }

        assertThat(claimed).isEqualTo(1);
        assertThat(tokens.read(NAME)).isEqualTo(new Shelf(Optional.empty(), 1, LAPSES));
    }

    @Test
    void whoSawTheShelfBeforeItMovedGetsNoLease() {
        Shelf seen = tokens.read(NAME);
        assertThat(tokens.put(NAME, claimed(), token("first"))).isTrue();

        assertThat(tokens.claim(NAME, seen, LAPSES)).isEmpty();
    }

    /** Its lease is given back by then, but there is a token now. */
    @Test
    @Proves({"C7", "X36"})
    void whoSawSomebodyAskAsksNotHimselfOnceTheTokenIsThere() {
        Shelf mine = claimed();
        Shelf seen = tokens.read(NAME);
        assertThat(tokens.put(NAME, mine, token("first"))).isTrue();

        assertThat(tokens.claim(NAME, seen, LAPSES)).isEmpty();
    }

    @Test
    @Proves("X36")
    void theOldTokenStaysWhileTheNextIsFetched() {
        assertThat(tokens.put(NAME, claimed(), token("old"))).isTrue();

        Shelf _ = claimed();

        assertThat(tokens.read(NAME)).isEqualTo(new Shelf(Optional.of(token("old")), 3, LAPSES));
    }

    @Test
    @Proves("X36")
    void aHolderThatIsNeverHeardOfIsReplacedAndComesTooLate() {
        Shelf first = claimed();
        clock.advance(Duration.ofSeconds(10));
        Shelf second = claimed();

        assertThat(tokens.put(NAME, first, token("late"))).isFalse();
        assertThat(tokens.put(NAME, second, token("good"))).isTrue();
        assertThat(tokens.read(NAME).token()).contains(token("good"));
    }

    @Test
    void aLeaseThatIsGivenBackKeepsTheOthersOutUntilItsTime() {
        Shelf first = claimed();
        tokens.release(NAME, first, START.plusSeconds(2));
        assertThat(tokens.claim(NAME, tokens.read(NAME), LAPSES)).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        Shelf second = claimed();

        tokens.release(NAME, first, START);

        assertThat(tokens.read(NAME)).isEqualTo(second);
    }

    private Shelf claimed() {
        return tokens.claim(NAME, tokens.read(NAME), LAPSES).orElseThrow();
    }

    private static Sealed token(String text) {
        return new Sealed(text, START.plusSeconds(80), START.plusSeconds(100));
    }
}
