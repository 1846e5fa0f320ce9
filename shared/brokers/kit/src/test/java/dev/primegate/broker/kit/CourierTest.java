package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.Turn;
import dev.primegate.instrument.BrokerId;
import dev.primegate.proof.Proves;
import dev.primegate.runtime.Turns;
import dev.primegate.testkit.MemoryRateBudget;
import dev.primegate.testkit.SettableClock;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One attempt at a time; how many there are, and when, is the interceptor's. */
class CourierTest {
    private static final BrokerId PRIME = new BrokerId("coinbase-prime");
    private static final RateLimit RATE = new RateLimit("standard", 25, 50);
    private static final Line LINE = new Line(PRIME, RATE, Duration.ofSeconds(30));
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final MemoryRateBudget budget = new MemoryRateBudget(clock);
    private final AtomicInteger calls = new AtomicInteger();
    private final Courier courier = courier(List.of(new Pauses(budget)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | 30",
                "5 | 30",
                "45 | 45",
                "Mon, 02 Nov 2026 10:00:50 GMT | 50",
                "1000000000 | 300",
                "1e9 | 30",
            })
    @Proves({"E1", "X16"})
    void afterA429NobodyCallsForAsLongAsItAsksAndHalfAMinuteAtLeast(String header, long seconds) {
        Answer answer = courier.once(LINE, () -> answer(429, header));

        assertThat(((Answer.Whole) answer).status()).isEqualTo(429);
        for (Purpose purpose : Purpose.values()) {
            assertThat(budget.take(PRIME, RATE, purpose))
                    .isEqualTo(new Turn.Paused(START.plusSeconds(seconds)));
        }
    }

    @Test
    @Proves("X16")
    void aReadDuringAPauseIsNotMade() {
        budget.pause(PRIME, START.plusSeconds(30));

        assertThat(read(200))
                .isEqualTo(
                        new Answer.Held("the broker is left alone until " + START.plusSeconds(30)));
        assertThat(calls).hasValue(0);
    }

    @Test
    @Proves("A13")
    void everyReadTakesItsPlaceInTheRateBudgetAndWaitsForOne() {
        for (int i = 0; i < 8; i++) {
            var _ = read(200);
        }
        assertThat(budget.used(PRIME, START, 1)).isEqualTo(List.of(8));

        var _ = read(200);

        assertThat(budget.used(PRIME, START, 2)).isEqualTo(List.of(8, 1));
    }

    @Test
    void theLastAnswerIsTheAnswer() {
        assertThat(((Answer.Whole) read(500)).status()).isEqualTo(500);
        assertThat(
                        courier.patiently(
                                LINE,
                                Purpose.READ,
                                () -> {
                                    throw new ProcessingException("reset");
                                }))
                .isEqualTo(new Answer.Broken("ProcessingException"));
    }

    @Test
    @Proves("X15")
    void whatFailsWhileHearingDoesNotHideTheAnswer() {
        Courier deaf =
                courier(
                        List.of((_, _, _, _) -> {
                            throw new IllegalStateException("the table does not answer");
                        }));

        assertThat(((Answer.Whole) deaf.once(LINE, () -> answer(200, null))).status())
                .isEqualTo(200);
    }

    private Answer read(int status) {
        return courier.patiently(
                LINE,
                Purpose.READ,
                () -> {
                    calls.incrementAndGet();
                    return answer(status, null);
                });
    }

    private Courier courier(List<Hearing> hearings) {
        return new Courier(
                new Again(), Answer::of, new Turns(budget, clock, clock::advance), hearings, clock);
    }

    private static Response answer(
            int status, @org.jspecify.annotations.Nullable String retryAfter) {
        Response.ResponseBuilder answer =
                Response.status(status).header("Date", "Mon, 02 Nov 2026 10:00:00 GMT");
        return (retryAfter == null ? answer : answer.header("Retry-After", retryAfter)).build();
    }
}
