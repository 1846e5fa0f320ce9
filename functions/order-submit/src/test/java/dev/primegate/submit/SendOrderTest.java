package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.book.Intent;
import dev.primegate.broker.Preparation;
import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateBudget;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.Turn;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.Admission;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.runtime.Turns;
import dev.primegate.submit.DraftOrder.Draft;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.MemoryRateBudget;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order that was admitted meets its broker's rate. */
class SendOrderTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00.200Z");

    private final SettableClock clock = new SettableClock(START);
    private final MemoryBooks books = new MemoryBooks(clock);
    private final MemoryRateBudget budget = new MemoryRateBudget(clock);
    private final PaperBroker broker = new PaperBroker();

    @Test
    void anOrderTakesItsPlaceInTheRateBudgetAndIsSent() {
        assertThat(submit("one", budget)).isInstanceOf(Submission.Received.class);

        assertThat(budget.used(broker.broker(), START, 1)).isEqualTo(List.of(1));
        assertThat(broker.sentOf(id("one"))).isEqualTo(1);
    }

    @Test
    void anOrderWaitsForTheNextWindowWithinItsLease() {
        spend();

        assertThat(submit("one", budget)).isInstanceOf(Submission.Received.class);

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-02T10:00:01Z"));
    }

    @Test
    @Proves({"E1", "X16"})
    void duringAPauseAnOrderIsNotSentAndItsHeadroomIsReturned() {
        budget.pause(broker.broker(), START.plusSeconds(30));

        Submission.NotSent answer = (Submission.NotSent) submit("one", budget);

        assertThat(answer.order().status()).isEqualTo(OrderStatus.NOT_SENT);
        assertThat(answer.why()).contains("left alone until " + START.plusSeconds(30));
        assertThat(broker.sentOf(id("one"))).isZero();
        // The limit holds one such order: if the first still held its part, this would be denied.
        clock.advance(Duration.ofSeconds(30));
        assertThat(submit("two", budget)).isInstanceOf(Submission.Received.class);
    }

    @Test
    @Proves("X16")
    void anOrderThatGetsNoPlaceHalfASecondBeforeItsLeaseEndsIsNotSent() {
        RateBudget neverFree = new NeverFree();

        Submission.NotSent answer = (Submission.NotSent) submit("one", neverFree);

        assertThat(answer.order().status()).isEqualTo(OrderStatus.NOT_SENT);
        assertThat(clock.instant()).isBeforeOrEqualTo(START.plusMillis(2_500));
        assertThat(broker.sentOf(id("one"))).isZero();
    }

    @Test
    void anOrderIsNotSentWhenNobodyKnowsWhetherItMayBe() {
        RateBudget broken =
                new NeverFree() {
                    @Override
                    public Turn take(BrokerId of, RateLimit limit, Purpose purpose) {
                        throw new IllegalStateException("no table");
                    }
                };

        assertThat(submit("one", broken)).isInstanceOf(Submission.NotSent.class);
        assertThat(broker.sentOf(id("one"))).isZero();
    }

    /** Room for one order of its size. */
    private Submission submit(String clOrdId, RateBudget rates) {
        NewOrder order = Requests.buy(clOrdId, "1");
        Intent intent =
                Requests.routed(
                        Requests.intent(
                                order,
                                "owner-" + clOrdId,
                                Requests.limits("100", 10, "1", "1"),
                                clock.instant()),
                        broker.broker());
        Preparation.Prepared request =
                (Preparation.Prepared)
                        broker.prepare(
                                order,
                                SymbolMaster.standard().get(order.symbol()),
                                clock.instant());
        Draft.Ready draft = new Draft.Ready(intent, broker, request);
        SendOrder sender =
                new SendOrder(
                        books.book(),
                        new RateQueue(new Turns(rates, clock, clock::advance)),
                        (_, _, _, _) -> new Detour.Way.None("there is no other"),
                        clock);
        Queue.Place place = sender.queue(draft);
        return sender.send(
                (Admission.Admitted) books.book().admit(intent), draft, place, Instant.MAX);
    }

    private void spend() {
        while (budget.take(broker.broker(), broker.rate(), Purpose.ORDER)
                instanceof Turn.Granted) {}
    }

    private static String id(String clOrdId) {
        return Requests.buy(clOrdId, "1").id().text();
    }

    private class NeverFree implements RateBudget {
        @Override
        public Turn take(BrokerId of, RateLimit limit, Purpose purpose) {
            return new Turn.Spent(clock.instant().plusSeconds(1));
        }

        @Override
        public void pause(BrokerId of, Instant until) {}

        @Override
        public List<Integer> used(BrokerId of, Instant from, int seconds) {
            return List.of();
        }
    }
}
