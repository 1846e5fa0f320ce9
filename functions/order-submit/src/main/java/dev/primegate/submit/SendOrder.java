package dev.primegate.submit;

import dev.primegate.book.OrderBook;
import dev.primegate.broker.SendOutcome;
import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Quantity;
import dev.primegate.order.Admission;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.submit.DraftOrder.Draft;
import dev.primegate.telemetry.Passage;
import dev.primegate.telemetry.Passage.Stage;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Makes the one send of an admitted order, and records what is known after it. */
@Singleton
class SendOrder {
    private static final Logger LOG = Logger.getLogger(SendOrder.class);
    private static final String BY = "order-submit";

    /** Kept of the lease for the send itself to begin. */
    private static final Duration TO_SEND = Duration.ofMillis(500);

    private final OrderBook book;
    private final Queue queue;
    private final Detour detour;
    private final Clock clock;

    SendOrder(OrderBook book, Queue queue, Detour detour, Clock clock) {
        this.book = book;
        this.queue = queue;
        this.detour = detour;
        this.clock = clock;
    }

    /** Joins the queue of the broker's rate, for as long as the lease leaves time to send. */
    Queue.Place queue(Draft.Ready draft) {
        Instant lease = draft.intent().order().attempt().lease();
        return queue.join(draft.gateway(), lease.minus(TO_SEND));
    }

    /**
     * Sends the order, to another broker only if it provably never left for the first.
     *
     * @param stop when this invocation is stopped
     */
    Submission send(
            Admission.Admitted admitted, Draft.Ready draft, Queue.Place place, Instant stop) {
        return send(admitted, draft, place, Set.of(), stop);
    }

    /** Each round has one broker less to go to. */
    private Submission send(
            Admission.Admitted admitted,
            Draft.Ready draft,
            Queue.Place place,
            Set<BrokerId> unreached,
            Instant stop) {
        Optional<String> refusal = place.refusal();
        if (refusal.isPresent()) {
            return told(admitted, new SendOutcome.NotSent(refusal.get()));
        }
        if (!clock.instant().isBefore(admitted.order().attempt().lease())) {
            return told(admitted, new SendOutcome.NotSent("admission took longer than the lease"));
        }
        SendOutcome outcome =
                Passage.through(Stage.SEND, () -> draft.gateway().send(admitted, draft.request()));
        if (!(outcome instanceof SendOutcome.NotSent(String why))) {
            return told(admitted, outcome);
        }
        Set<BrokerId> tried = new HashSet<>(unreached);
        tried.add(draft.gateway().broker());
        return switch (detour.find(admitted, draft, new Detour.Tried(tried, why), stop)) {
            case Detour.Way.Found(Admission.Admitted again, Draft.Ready next) ->
                    send(again, next, queue(next), tried, stop);
            case Detour.Way.None(String blocked) ->
                    told(admitted, new SendOutcome.NotSent(why + "; " + blocked));
        };
    }

    private Submission told(Admission.Admitted admitted, SendOutcome outcome) {
        Order order = Passage.through(Stage.RECORD, () -> record(admitted, outcome));
        return switch (outcome) {
            case SendOutcome.Received _, SendOutcome.Ended _ -> new Submission.Received(order);
            case SendOutcome.Refused(String reason) -> new Submission.Rejected(order, reason);
            case SendOutcome.NotSent(String why) -> new Submission.NotSent(order, why);
            case SendOutcome.Throttled(Optional<Duration> after) ->
                    new Submission.NotSent(order, throttled(after));
            case SendOutcome.Unknown _ ->
                    // Its news may have overtaken the answer that was lost.
                    order.progress().isKnownToBroker()
                            ? new Submission.Received(order)
                            : new Submission.InDoubt(order);
        };
    }

    /**
     * Whatever fails here must not hide that the order was sent: it stands as it was admitted, and
     * comes due.
     */
    private Order record(Admission.Admitted admitted, SendOutcome outcome) {
        try {
            List<OrderEvent> events = events(outcome);
            Order order = book.apply(admitted, events.getFirst(), BY).order();
            for (OrderEvent more : events.subList(1, events.size())) {
                order = book.apply(order.id(), more, BY).order();
            }
            LOG.infof(
                    "order=%s broker=%s event=sent outcome=%s status=%s",
                    order.id(),
                    order.route().broker(),
                    outcome.getClass().getSimpleName(),
                    order.status());
            return order;
        } catch (RuntimeException e) {
            LOG.errorf(e, "order=%s event=outcome-not-recorded", admitted.order().id());
            return admitted.order();
        }
    }

    private List<OrderEvent> events(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Ended(List<OrderEvent> news)
                ? news
                : List.of(event(outcome));
    }

    private OrderEvent event(SendOutcome outcome) {
        Instant now = clock.instant();
        return switch (outcome) {
            case SendOutcome.Received(BrokerOrderId id) ->
                    new OrderEvent.Reported(
                            OrderStatus.PENDING_NEW,
                            Optional.of(id),
                            Optional.empty(),
                            now,
                            Optional.empty());
            case SendOutcome.Refused(String reason) ->
                    new OrderEvent.Reported(
                            OrderStatus.REJECTED,
                            Optional.empty(),
                            Optional.of(Quantity.NONE),
                            now,
                            Optional.of(reason));
            case SendOutcome.NotSent(String why) -> new OrderEvent.NotSent(now, why);
            case SendOutcome.Throttled(Optional<Duration> after) ->
                    new OrderEvent.NotSent(now, throttled(after));
            case SendOutcome.Unknown(String doubt) -> new OrderEvent.Doubted(now, doubt);
            case SendOutcome.Ended(List<OrderEvent> news) -> news.getFirst();
        };
    }

    private static String throttled(Optional<Duration> after) {
        return "the broker is too busy"
                + after.map(d -> ", it asks for " + d.toSeconds() + " s").orElse("");
    }
}
