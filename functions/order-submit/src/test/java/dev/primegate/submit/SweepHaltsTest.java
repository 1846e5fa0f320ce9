package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.TradingState;
import dev.primegate.submit.HaltTrading.Wish;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the orders that were open at a halt, on books in memory. */
class SweepHaltsTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final MemoryBooks books = new MemoryBooks(clock);
    private final PaperBroker broker = new PaperBroker();
    private final Brokers<OrderGateway> gateways = new Brokers<>(List.of(broker));
    private final SweepHalts sweep =
            new SweepHalts(books.halts(), books.query(), books.book(), clock);
    private final HaltTrading trading = new HaltTrading(books.halts(), sweep, gateways, clock);
    private final FinishCancels finish =
            new FinishCancels(books.query(), new CancelOrder(books.book(), gateways, clock), clock);

    @Test
    @Proves("X32")
    void anOrderInDoubtAtTheHaltIsCancelledWhenItTurnsUp() {
        NewOrder working = admit(Requests.buy("working", "1"));
        NewOrder doubted = admit(Requests.buy("doubted", "1"));
        tell(working, Requests.reported(OrderStatus.NEW, "b-1"));
        tell(doubted, new OrderEvent.Doubted(START, "no answer"));
        halt(HaltScope.ALL, TradingState.HALTED, true);

        minutes(1);
        assertThat(broker.cancelled()).containsExactly(working.id().text());
        assertThat(find(doubted).status()).isEqualTo(OrderStatus.UNKNOWN);
        tell(doubted, Requests.reported(OrderStatus.NEW, "b-2"));
        minutes(1);

        assertThat(broker.cancelled()).contains(doubted.id().text());
    }

    @Test
    @Proves("X32")
    void whatTheListMissedIsFoundByTheNextSweepAndNothingAfterTheLastFence() {
        NewOrder early = admit(Requests.buy("early", "1"));
        halt(HaltScope.of(Requests.BTC), TradingState.HALTED, true);
        // As if the first sweep had not seen it.
        tell(early, Requests.reported(OrderStatus.NEW, "b-1"));
        tell(early, new OrderEvent.CancelRefused(START, "as if it had not been asked"));
        minutes(1);
        assertThat(find(early).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(books.halts().cases().getFirst().last().sweepUntil()).isEmpty();

        tell(early, new OrderEvent.CancelRefused(START, "no"));
        minutes(1);
        assertThat(find(early).status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void aSweepEndsNoOrderThatCameAfterTheResume() {
        NewOrder before = admit(Requests.buy("before", "1"));
        halt(HaltScope.ALL, TradingState.HALTED, true);
        books.halts().resume(HaltScope.ALL, "jane", "test");
        books.halts().resume(HaltScope.ALL, "joe", "test");
        clock.advance(Duration.ofSeconds(6));
        NewOrder after = admit(Requests.buy("after", "1"));
        sweep.run(clock.instant().plusSeconds(20));

        assertThat(find(before).progress().cancelRequested()).isTrue();
        assertThat(find(after).progress().cancelRequested()).isFalse();
    }

    @Test
    void ordersOfOtherScopesAreLeftAloneAndSoIsAllWithoutTheWish() {
        NewOrder mine = admit(Requests.buy("mine", "1"));
        NewOrder other = admit(Requests.of("other", Requests.buy("other", "1")));
        halt(HaltScope.ALL, TradingState.HALTED, false);
        sweep.run(clock.instant().plusSeconds(20));
        assertThat(find(mine).progress().cancelRequested()).isFalse();

        halt(HaltScope.of(Requests.FUND, Requests.MAIN), TradingState.REDUCING, true);

        assertThat(find(mine).progress().cancelRequested()).isTrue();
        assertThat(find(other).progress().cancelRequested()).isFalse();
    }

    @Test
    void aSweepThatRunsOutOfTimeGoesOn() {
        admit(Requests.buy("one", "1"));
        halt(HaltScope.ALL, TradingState.HALTED, false);
        NewOrder two = admitBefore(Requests.buy("two", "1"));
        clock.advance(Duration.ofMinutes(2));
        sweep.run(clock.instant());
        assertThat(books.halts().cases().getFirst().last().sweepUntil()).isPresent();
        assertThat(find(two).progress().cancelRequested()).isFalse();

        sweep.run(clock.instant().plusSeconds(20));
        assertThat(find(two).progress().cancelRequested()).isTrue();
        assertThat(books.halts().cases().getFirst().last().sweepUntil()).isEmpty();
    }

    /** In doubt when the halt with its sweep comes, and so in its list only after it. */
    private NewOrder admitBefore(NewOrder order) {
        books.halts().resume(HaltScope.ALL, "jane", "test");
        books.halts().resume(HaltScope.ALL, "joe", "test");
        halt(HaltScope.ALL, TradingState.REDUCING, true);
        books.halts().resume(HaltScope.ALL, "jane", "test");
        books.halts().resume(HaltScope.ALL, "joe", "test");
        return admit(order);
    }

    private void halt(HaltScope scope, TradingState state, boolean cancel) {
        trading.halt(scope, new Wish(state, "drill", cancel), "risk");
    }

    private NewOrder admit(NewOrder order) {
        var _ =
                books.book()
                        .admit(
                                Requests.routed(
                                        Requests.intent(
                                                order,
                                                "owner " + order.id(),
                                                Requests.wide(),
                                                clock.instant()),
                                        broker.broker()));
        return order;
    }

    private void tell(NewOrder order, OrderEvent event) {
        var _ = books.book().apply(order.id(), event, "test");
    }

    private Order find(NewOrder order) {
        return books.query().find(order.id()).orElseThrow();
    }

    private void minutes(int count) {
        for (int i = 0; i < count; i++) {
            clock.advance(Duration.ofMinutes(1));
            sweep.run(clock.instant().plusSeconds(20));
            finish.run(clock.instant().plusSeconds(20));
        }
    }
}
