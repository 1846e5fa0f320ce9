package dev.primegate.submit;

import dev.primegate.book.OrderBook;
import dev.primegate.broker.SendOutcome;
import dev.primegate.money.Quantity;
import dev.primegate.order.Admission;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.submit.DraftOrder.Draft;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private final Clock clock;

    SendOrder(OrderBook book, Queue queue, Clock clock) {
        this.book = book;
        this.queue = queue;
        this.clock = clock;
    }

    /** Joins the queue of the broker's rate, for as long as the lease leaves time to send. */
    Queue.Place queue(Draft.Ready draft) {
        Instant lease = draft.intent().order().attempt().lease();
        return queue.join(draft.gateway(), lease.minus(TO_SEND));
    }

    Submission send(Admission.Admitted admitted, Draft.Ready draft, Queue.Place place) {
        Optional<String> refusal = place.refusal();
        SendOutcome outcome =
                refusal.isPresent()
                        ? new SendOutcome.NotSent(refusal.get())
                        : sendWithin(admitted, draft);
        Order order = record(admitted, outcome);
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

    private SendOutcome sendWithin(Admission.Admitted admitted, Draft.Ready draft) {
        return clock.instant().isBefore(admitted.order().attempt().lease())
                ? draft.gateway().send(admitted, draft.request())
                : new SendOutcome.NotSent("admission took longer than the lease");
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
