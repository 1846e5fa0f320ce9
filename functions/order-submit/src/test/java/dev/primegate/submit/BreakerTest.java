package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.risk.HaltScope;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When too much goes wrong, on books in memory. */
class BreakerTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    private static final HaltScope PAPER = HaltScope.of(new BrokerId("paper"));

    private final SettableClock clock = new SettableClock(START);
    private final MemoryBooks books = new MemoryBooks(clock);
    private final Breaker breaker =
            new Breaker(new Five(), books.query(), books.halts(), books.failures(), clock);
    private int orders;

    @Test
    @Proves("H2")
    void asManyOrdersInDoubtAsItTakesHaltTheirBrokerAndPage() {
        for (int i = 0; i < 4; i++) {
            doubt("paper");
            doubt("another");
        }
        breaker.check();
        assertThat(books.halts().halted()).isEmpty();

        doubt("paper");
        breaker.check();
        breaker.check();

        assertThat(books.halts().halted()).containsExactly(PAPER);
        assertThat(books.alerts())
                .filteredOn(alert -> alert.rule().equals("trading-halted"))
                .extracting(Alert::severity, Alert::summary)
                .containsExactly(
                        tuple(
                                Severity.CRITICAL,
                                "broker:paper is HALTED by circuit breaker: 5 orders are in doubt"
                                        + " at paper"));
    }

    @Test
    @Proves("H2")
    void whatIsSettledIsInDoubtNoMore() {
        NewOrder first = doubt("paper");
        for (int i = 0; i < 4; i++) {
            doubt("paper");
        }
        books.book().apply(first.id(), Requests.reported(OrderStatus.NEW, "b-1"), "feed");

        breaker.check();

        assertThat(books.halts().halted()).isEmpty();
    }

    @Test
    void whoResumesKnowsOfTheDoubtThatThereIs() {
        for (int i = 0; i < 5; i++) {
            doubt("paper");
        }
        breaker.check();
        clock.advance(Duration.ofSeconds(1));
        resume(PAPER);
        clock.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 4; i++) {
            doubt("paper");
        }
        breaker.check();
        assertThat(books.halts().halted()).isEmpty();

        doubt("paper");
        breaker.check();
        assertThat(books.halts().halted()).containsExactly(PAPER);
    }

    @Test
    @Proves("H2")
    void tooManySubmissionsThatFailedHereHaltEverything() {
        for (int i = 0; i < 4; i++) {
            books.failures().record(clock.instant());
        }
        breaker.check();
        assertThat(books.halts().halted()).isEmpty();

        clock.advance(Duration.ofMinutes(4));
        books.failures().record(clock.instant());
        breaker.check();
        assertThat(books.halts().halted()).containsExactly(HaltScope.ALL);

        clock.advance(Duration.ofSeconds(30));
        resume(HaltScope.ALL);
        breaker.check();
        assertThat(books.halts().halted()).isEmpty();
    }

    @Test
    void failuresOfLongAgoDoNotCount() {
        for (int i = 0; i < 4; i++) {
            books.failures().record(clock.instant());
        }
        clock.advance(Duration.ofMinutes(6));
        books.failures().record(clock.instant());

        breaker.check();

        assertThat(books.halts().halted()).isEmpty();
    }

    private NewOrder doubt(String broker) {
        NewOrder order = Requests.buy("o-" + orders++, "1");
        var _ =
                books.book()
                        .admit(
                                Requests.routed(
                                        Requests.intent(
                                                order,
                                                "owner " + order.id(),
                                                Requests.wide(),
                                                clock.instant()),
                                        new BrokerId(broker)));
        books.book().apply(order.id(), new OrderEvent.Doubted(clock.instant(), "lost"), "test");
        return order;
    }

    private void resume(HaltScope scope) {
        books.halts().resume(scope, "jane", "looked at");
        books.halts().resume(scope, "joe", "looked at");
    }

    private record Five() implements Breaker.Config {
        @Override
        public int ordersInDoubt() {
            return 5;
        }

        @Override
        public int failures() {
            return 5;
        }

        @Override
        public Duration window() {
            return Duration.ofMinutes(5);
        }
    }
}
