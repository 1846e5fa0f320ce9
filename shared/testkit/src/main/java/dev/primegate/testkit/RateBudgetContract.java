package dev.primegate.testkit;

import static dev.primegate.broker.Purpose.CANCEL;
import static dev.primegate.broker.Purpose.ORDER;
import static dev.primegate.broker.Purpose.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateBudget;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.Turn;
import dev.primegate.instrument.BrokerId;
import dev.primegate.proof.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RateBudget} must do. Each test gets a fresh one. */
public abstract class RateBudgetContract {
    /** Its window holds 24: 16 orders, 8 reads, and the last 4 are for cancels. */
    private static final RateLimit LIMIT = new RateLimit("standard", 25, 50);

    private static final BrokerId PRIME = new BrokerId("coinbase-prime");
    private static final Instant START = Instant.parse("2026-11-02T10:00:00.400Z");

    protected final SettableClock clock = new SettableClock(START);
    private RateBudget budget = new MemoryRateBudget(clock);

    /** A budget on {@link #clock}; each call is another function's view of the same one. */
    protected abstract RateBudget open();

    @BeforeEach
    void openOne() {
        budget = open();
    }

    @Test
    @Proves("A13")
    void ordersGetSevenTenthsOfAWindowAndThenCancelsTheRest() {
        assertThat(granted(ORDER, 30)).isEqualTo(16);
        assertThat(granted(CANCEL, 30)).isEqualTo(8);
        assertThat(granted(CANCEL, 1)).isZero();
        assertThat(granted(READ, 1)).isZero();
    }

    @Test
    void readsGetTheLeastAndCancelsAlwaysHaveRoom() {
        assertThat(granted(READ, 30)).isEqualTo(8);
        assertThat(granted(ORDER, 30)).isEqualTo(12);
        assertThat(granted(CANCEL, 30)).isEqualTo(4);
    }

    @Test
    void aSpentWindowSaysWhenTheNextBegins() {
        var _ = granted(ORDER, 16);

        assertThat(take(ORDER)).isEqualTo(new Turn.Spent(Instant.parse("2026-11-02T10:00:01Z")));
        clock.advance(Duration.ofMillis(600));
        assertThat(granted(ORDER, 30)).isEqualTo(16);
    }

    @Test
    void brokersDoNotShare() {
        var _ = granted(ORDER, 30);

        assertThat(budget.take(new BrokerId("other"), LIMIT, ORDER)).isEqualTo(new Turn.Granted());
    }

    @Test
    @Proves({"E1", "X16"})
    void aPauseReachesEveryFunctionAndEndsByItself() {
        Instant until = START.plusSeconds(30);
        budget.pause(PRIME, until);
        budget.pause(PRIME, START.plusSeconds(5));

        RateBudget elsewhere = open();
        for (Purpose purpose : Purpose.values()) {
            assertThat(elsewhere.take(PRIME, LIMIT, purpose)).isEqualTo(new Turn.Paused(until));
        }
        assertThat(elsewhere.take(new BrokerId("other"), LIMIT, ORDER))
                .isEqualTo(new Turn.Granted());
        clock.advance(Duration.ofSeconds(30));
        assertThat(elsewhere.take(PRIME, LIMIT, ORDER)).isEqualTo(new Turn.Granted());
    }

    @Test
    @Proves("L4")
    void whatWasUsedIsKnownSecondBySecond() {
        var _ = granted(ORDER, 3);
        var _ = granted(READ, 1);
        clock.advance(Duration.ofSeconds(2));
        var _ = granted(CANCEL, 2);

        assertThat(budget.used(PRIME, START.minusSeconds(1), 5)).isEqualTo(List.of(0, 4, 0, 2, 0));
    }

    @Test
    void manyAtOnceGetNoMoreThanThereIs() throws Exception {
        List<Callable<Turn>> calls = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            RateBudget elsewhere = i % 10 == 0 ? open() : budget;
            calls.add(() -> elsewhere.take(PRIME, LIMIT, ORDER));
        }
        int granted = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(10)) {
            for (Future<Turn> turn : pool.invokeAll(calls)) {
                granted += turn.get() instanceof Turn.Granted ? 1 : 0;
            }
        }

        assertThat(granted).isEqualTo(16);
    }

    private int granted(Purpose purpose, int asked) {
        int granted = 0;
        for (int i = 0; i < asked; i++) {
            granted += take(purpose) instanceof Turn.Granted ? 1 : 0;
        }
        return granted;
    }

    private Turn take(Purpose purpose) {
        return budget.take(PRIME, LIMIT, purpose);
    }
}
