package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.audit.HistoryEntry;
import dev.primegate.book.Due;
import dev.primegate.book.OrderQuery;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.OrderGateway;
import dev.primegate.order.Account;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Tenant;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the schedule does each minute, on books in memory. */
class FinishCancelsTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final MemoryBooks books = new MemoryBooks(clock);
    private final PaperBroker broker = new PaperBroker();
    private final CancelOrder cancels =
            new CancelOrder(books.book(), new Brokers<OrderGateway>(List.of(broker)), clock);
    private final FinishCancels finish = new FinishCancels(books.query(), cancels, clock);
    private final NewOrder order = Requests.buy("one", "1");

    @BeforeEach
    void admit() {
        var _ =
                books.book()
                        .admit(
                                Requests.routed(
                                        Requests.intent(order, "owner", Requests.wide(), START),
                                        broker.broker()));
    }

    @Test
    @Proves({"X22", "F5"})
    void theCancelOfAnOrderInDoubtIsSentWhenItsFateIsKnown() {
        tell(new OrderEvent.Doubted(START, "no answer"));
        assertThat(cancels.cancel(find(), "jane").status()).isEqualTo(OrderStatus.UNKNOWN);
        runAfter(Duration.ofMinutes(1));
        assertThat(broker.cancelled()).isEmpty();

        tell(Requests.reported(OrderStatus.NEW, "b-1"));
        runAfter(Duration.ofMinutes(1));

        assertThat(broker.cancelled()).containsExactly(order.id().text());
        assertThat(find().status()).isEqualTo(OrderStatus.PENDING_CANCEL);
    }

    @Test
    void aCancelIsFollowedByALookAndSentAgainIfTheOrderStillStands() {
        tell(Requests.reported(OrderStatus.NEW, "b-1"));
        broker.nextCancel(new CancelOutcome.Unknown("no answer"));
        var _ = cancels.cancel(find(), "jane");
        assertThat(books.query().due(Due.Duty.LOOK_UP, START.plusSeconds(5), 10))
                .containsExactly(order.id());

        // The look found it working, so it comes due here again.
        books.book().postpone(order.id(), find().version(), new Due(Due.Duty.CANCEL, START));
        runAfter(Duration.ofMinutes(1));

        assertThat(broker.cancelled()).hasSize(2);
    }

    @Test
    void aRefusedCancelLeavesTheOrderWhereItWas() {
        tell(Requests.reported(OrderStatus.PENDING_NEW, "b-1"));
        broker.nextCancel(new CancelOutcome.Refused("too late"));

        assertThat(cancels.cancel(find(), "jane").status()).isEqualTo(OrderStatus.PENDING_NEW);
        assertThat(books.query().due(Due.Duty.LOOK_UP, START.plusSeconds(5), 10))
                .containsExactly(order.id());
    }

    @Test
    void nothingIsBegunAfterTheDeadline() {
        tell(Requests.reported(OrderStatus.NEW, "b-1"));
        tell(new OrderEvent.CancelRequested(START, "jane"));
        clock.advance(Duration.ofMinutes(1));

        finish.run(clock.instant());

        assertThat(broker.cancelled()).isEmpty();
    }

    @Test
    @Proves("X42")
    void aListThatLagsBehindEndsNothing() {
        tell(Requests.reported(OrderStatus.NEW, "b-1"));
        FinishCancels lagging = new FinishCancels(new Lagging(books.query()), cancels, clock);

        // Nobody wants its end, and then it has ended: the list says that its cancel is due.
        lagging.run(clock.instant().plusSeconds(20));
        tell(new OrderEvent.CancelRequested(START, "jane"));
        tell(Requests.reported(OrderStatus.CANCELED, "b-1"));
        lagging.run(clock.instant().plusSeconds(20));

        assertThat(broker.cancelled()).isEmpty();
    }

    private void tell(OrderEvent event) {
        var _ = books.book().apply(order.id(), event, "test");
    }

    private Order find() {
        return books.query().find(order.id()).orElseThrow();
    }

    private void runAfter(Duration pause) {
        clock.advance(pause);
        finish.run(clock.instant().plusSeconds(20));
    }

    /** An index that says each order's cancel is due; the rest as it is. */
    private record Lagging(OrderQuery of) implements OrderQuery {
        @Override
        public List<OrderId> due(Due.Duty duty, Instant now, int limit) {
            return List.of(Requests.buy("one", "1").id());
        }

        @Override
        public Optional<Order> find(OrderId id) {
            return of.find(id);
        }

        @Override
        public List<HistoryEntry> history(OrderId id) {
            return of.history(id);
        }

        @Override
        public List<Execution> executions(OrderId id) {
            return of.executions(id);
        }

        @Override
        public List<Order> list(
                Tenant tenant, Account account, Optional<OrderStatus> status, int limit) {
            return of.list(tenant, account, status, limit);
        }

        @Override
        public List<Order> open() {
            return of.open();
        }
    }
}
