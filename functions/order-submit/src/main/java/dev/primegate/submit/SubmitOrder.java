package dev.primegate.submit;

import dev.primegate.book.Intent;
import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.order.Admission;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.submit.DraftOrder.Draft;
import dev.primegate.telemetry.Passage;
import dev.primegate.telemetry.Passage.Stage;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** Sends an order to its prime broker once, having written it down first. */
@Singleton
class SubmitOrder {
    private static final Logger LOG = Logger.getLogger(SubmitOrder.class);

    /** An OMS may use its ids again the next day, so an older repeat is no repeat. */
    private static final Duration REPLAYABLE = Duration.ofHours(24);

    /** Admission, the lease, one answer awaited to its end, and the record of it. */
    static final Duration TAKES = Duration.ofSeconds(8);

    private final DraftOrder drafts;
    private final OrderBook book;
    private final OrderQuery query;
    private final SendOrder sender;
    private final Clock clock;

    SubmitOrder(
            DraftOrder drafts, OrderBook book, OrderQuery query, SendOrder sender, Clock clock) {
        this.drafts = drafts;
        this.book = book;
        this.query = query;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * At most one request ever leaves for an order, whatever happens.
     *
     * @param stop when this invocation is stopped: an order that could be admitted and not sent by
     *     then is not admitted
     */
    Submission submit(NewOrder order, Instant stop) {
        return submit(order, stop, UnaryOperator.identity());
    }

    /** Sends {@code order} only if it makes the position smaller, open orders included. */
    Submission reduce(NewOrder order, Instant stop) {
        return submit(order, stop, Intent::reducing);
    }

    private Submission submit(NewOrder order, Instant stop, UnaryOperator<Intent> terms) {
        return switch (drafts.draft(order, clock.instant())) {
            case Draft.Refused(Denial denial) -> refuse(order, denial);
            case Draft.ClockSkewed(Duration apart) -> skewed(order, apart);
            case Draft.NoBroker() -> known(order).orElse(new Submission.NoBroker());
            case Draft.Ready draft ->
                    clock.instant().plus(TAKES).isAfter(stop)
                            ? known(order).orElse(new Submission.OutOfTime())
                            : admit(order, draft.with(terms.apply(draft.intent())), stop);
        };
    }

    private Submission admit(NewOrder order, Draft.Ready draft, Instant stop) {
        Queue.Place place = sender.queue(draft);
        return switch (Passage.through(Stage.ADMIT, () -> book.admit(draft.intent()))) {
            case Admission.Admitted admitted -> sender.send(admitted, draft, place, stop);
            case Admission.Known(Order known) -> replay(order, known);
            case Admission.Denied(Denial denial) -> refuse(order, denial);
            case Admission.Busy(String why) -> new Submission.TryLater(why);
        };
    }

    private Submission skewed(NewOrder order, Duration apart) {
        LOG.errorf("order=%s event=clock-skew seconds=%d", order.id(), apart.toSeconds());
        return known(order).orElse(new Submission.ClockSkewed(apart));
    }

    private Optional<Submission> known(NewOrder order) {
        return query.find(order.id()).map(known -> replay(order, known));
    }

    /** A repeat outranks every refusal: the order it repeats may long be filled. */
    private Submission refuse(NewOrder order, Denial denial) {
        Optional<Submission> repeat = known(order);
        if (repeat.isPresent()) {
            return repeat.get();
        }
        book.note(order, denial, clock.instant());
        LOG.infof("order=%s event=denied code=%s", order.id(), denial.code());
        return new Submission.Denied(denial);
    }

    private Submission replay(NewOrder order, Order known) {
        if (!known.request().meaning().equals(order.meaning())) {
            return new Submission.IdentityTaken(
                    known, "the clOrdId was used for an order of another meaning");
        }
        return known.transactTime().plus(REPLAYABLE).isBefore(clock.instant())
                ? new Submission.IdentityTaken(known, "the clOrdId was used more than 24 hours ago")
                : new Submission.Replayed(known);
    }
}
