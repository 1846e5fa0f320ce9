package dev.primegate.order;

import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Transition.Advanced;
import dev.primegate.order.Transition.Impossible;
import dev.primegate.order.Transition.Surprise;
import dev.primegate.order.Transition.Unchanged;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * An order as we know it. Executions are facts and only add up; status is an opinion, worked out
 * from everything known, and yields.
 *
 * @param expectation where it was expected to fill, if it has no limit
 * @param version 1 when admitted, one more with each change
 * @param transactTime when it was admitted
 * @param lastUpdateTime when it last changed, by our clock
 */
public record Order(
        NewOrder request,
        Route route,
        Attempt attempt,
        Reservation reservation,
        Optional<Expectation> expectation,
        OrderStatus status,
        Progress progress,
        long version,
        Instant transactTime,
        Instant lastUpdateTime) {

    /** The order as it is admitted: written down, not yet sent. */
    public static Order admitted(
            NewOrder request, Route route, Attempt attempt, Reservation reservation, Instant now) {
        return new Order(
                request,
                route,
                attempt,
                reservation,
                Optional.empty(),
                OrderStatus.PENDING_NEW,
                Progress.NONE,
                1,
                now,
                now);
    }

    /**
     * The order on its way to another broker, because it provably never left for the first.
     *
     * @throws IllegalArgumentException if there may be a sign of it anywhere, if its end was asked
     *     for, or if this is no next attempt: no order in doubt goes a second way
     */
    public Order rerouted(Route next, Attempt again, Instant now) {
        boolean untouched = status == OrderStatus.PENDING_NEW && progress.equals(Progress.NONE);
        boolean isNext =
                again.number() == attempt.number() + 1
                        && again.owner().equals(attempt.owner())
                        && !next.broker().equals(route.broker());
        if (!untouched || !isNext) {
            throw new IllegalArgumentException(
                    "order %s is %s at %s, attempt %d: it cannot go to %s as attempt %d"
                            .formatted(
                                    id(),
                                    status,
                                    route.broker(),
                                    attempt.number(),
                                    next.broker(),
                                    again.number()));
        }
        return new Order(
                request,
                next,
                again,
                reservation,
                expectation,
                status,
                progress,
                version + 1,
                transactTime,
                now);
    }

    /** The same, with what its fills are held against. */
    public Order expecting(Optional<Expectation> expected) {
        return new Order(
                request,
                route,
                attempt,
                reservation,
                expected,
                status,
                progress,
                version,
                transactTime,
                lastUpdateTime);
    }

    /** How far off what was expected {@code execution} is, if anything was. */
    public Optional<Slippage> slippage(Execution execution) {
        return expectation.map(
                expected -> Slippage.of(request.side(), expected.price(), execution.lastPx()));
    }

    public OrderId id() {
        return request.id();
    }

    /** The quantity asked for, FIX tag 38; none when the order is sized in cash. */
    public Optional<Quantity> orderQty() {
        return request.size() instanceof OrderSize.Units(Quantity quantity)
                ? Optional.of(quantity)
                : Optional.empty();
    }

    /** What has been executed and not busted; FIX tag 14. */
    public Quantity cumQty() {
        return progress.fills().executed();
    }

    /** What may still trade, FIX tag 151: none once ended, unknown for an open cash-sized order. */
    public Optional<Quantity> leavesQty() {
        return status.isOpen()
                ? orderQty().map(quantity -> quantity.less(progress.worked()))
                : Optional.of(Quantity.NONE);
    }

    /** The average price of what was executed, to ten places, ties to even; FIX tag 6. */
    public Optional<Price> avgPx() {
        return cumQty().isNone()
                ? Optional.empty()
                : Optional.of(
                        new Price(
                                progress.fills()
                                        .value()
                                        .over(cumQty().amount(), RoundingMode.HALF_EVEN)));
    }

    /** Whether its end was asked for, and the broker can be asked for it. */
    public boolean isCancelWanted() {
        return status.isOpen()
                && progress.cancelRequested()
                && progress.reports().brokerOrderId().isPresent();
    }

    /**
     * Hears one piece of news. The result depends on the set of news heard, not on its order of
     * arrival; news heard twice is {@link Unchanged}.
     *
     * @param prior what the book holds under the execution id that {@code event} names
     * @param now the time of the change, by our clock
     */
    public Transition apply(OrderEvent event, Prior prior, Instant now) {
        return switch (event) {
            case OrderEvent.Executed executed -> executed(executed, prior, now);
            case OrderEvent.Busted _ -> busted(event, prior, now);
            case OrderEvent.Reported reported -> reported(reported, now);
            case OrderEvent.Doubted(_, String doubt) ->
                    advance(progress.withDoubt(doubt), event, now);
            case OrderEvent.NotSent(_, String reason) ->
                    deny(OrderStatus.NOT_SENT, reason, event, now);
            case OrderEvent.NeverArrived(_, var broker, String proof) ->
                    broker.equals(route.broker())
                            ? deny(OrderStatus.NEVER_ARRIVED, proof, event, now)
                            : new Unchanged(this);
            case OrderEvent.CancelRequested _ ->
                    advance(progress.withCancelRequested(true), event, now);
            case OrderEvent.CancelRefused _ ->
                    advance(progress.withCancelRequested(false), event, now);
        };
    }

    private Transition executed(OrderEvent.Executed event, Prior prior, Instant now) {
        Execution execution = event.execution();
        if (prior.booked().isPresent()) {
            return prior.booked().get().isSameTradeAs(execution)
                    ? new Unchanged(this)
                    : impossible(
                            event, "execution %s was told otherwise".formatted(execution.id()));
        }
        if (!execution.symbol().equals(request.symbol()) || execution.side() != request.side()) {
            return impossible(
                    event,
                    "execution is of %s %s, the order of %s %s"
                            .formatted(
                                    execution.side(),
                                    execution.symbol(),
                                    request.side(),
                                    request.symbol()));
        }
        return advance(progress.with(progress.fills().plus(execution, prior.busted())), event, now);
    }

    /**
     * A bust that comes before its execution moves nothing yet, but is an advance: it is booked.
     */
    private Transition busted(OrderEvent event, Prior prior, Instant now) {
        if (prior.busted()) {
            return new Unchanged(this);
        }
        Fills fills = progress.fills();
        return move(
                progress.with(prior.booked().map(fills::withoutBusted).orElse(fills)), event, now);
    }

    private Transition reported(OrderEvent.Reported news, Instant now) {
        Optional<BrokerOrderId> known = progress.reports().brokerOrderId();
        Optional<BrokerOrderId> other =
                news.brokerOrderId().filter(id -> !id.equals(known.orElse(id)));
        if (other.isPresent()) {
            return impossible(
                    news,
                    "the broker calls it %s, it was %s"
                            .formatted(other.get(), known.orElseThrow()));
        }
        Progress heard = progress.with(progress.reports().plus(news));
        if (news.status() == OrderStatus.PENDING_CANCEL) {
            return advance(heard.withCancelRequested(true), news, now);
        }
        return news.status().isOpen() ? advance(heard, news, now) : closing(heard, news, now);
    }

    private Transition closing(Progress heard, OrderEvent.Reported news, Instant now) {
        Closing word = new Closing(news.status(), news.cumQty(), news.text().orElse(""));
        Optional<Closing> before = progress.isDenied() ? Optional.empty() : progress.closing();
        if (before.isPresent() && before.get().status() != word.status()) {
            return impossible(
                    news,
                    "the broker ends it as %s, it had ended it as %s"
                            .formatted(word.status(), before.get().status()));
        }
        Closing both = before.map(b -> b.merge(word)).orElse(word);
        return advance(heard.withClosing(Optional.of(both)), news, now);
    }

    /** Our own proof that the order never lived; any sign of it at the broker outranks us. */
    private Transition deny(OrderStatus end, String why, OrderEvent event, Instant now) {
        if (status == end) {
            return new Unchanged(this);
        }
        if (progress.isKnownToBroker() || !status.next().contains(end)) {
            return impossible(event, "the order is %s, it cannot be %s".formatted(status, end));
        }
        Closing word = new Closing(end, Optional.of(Quantity.NONE), why);
        return advance(progress.withClosing(Optional.of(word)), event, now);
    }

    private Transition advance(Progress heard, OrderEvent event, Instant now) {
        Transition moved = move(heard, event, now);
        return moved.order().progress.equals(progress) ? new Unchanged(this) : moved;
    }

    private Transition move(Progress heard, OrderEvent event, Instant now) {
        boolean reopened = progress.isDenied() && (heard.isKnownToBroker() || !heard.isDenied());
        Progress open = reopened && heard.isDenied() ? heard.withClosing(Optional.empty()) : heard;
        OrderStatus argued = argue(open);
        if (argued != status && !status.next().contains(argued)) {
            return impossible(event, "%s cannot become %s".formatted(status, argued));
        }
        // A request to cancel that crossed the end leaves no trace, whichever came first.
        Progress settled = argued.isOpen() ? open : open.withCancelRequested(false);
        Order moved =
                new Order(
                        request,
                        route,
                        attempt,
                        reservation,
                        expectation,
                        argued,
                        settled,
                        version + 1,
                        transactTime,
                        now);
        return new Advanced(this, moved, event, surprises(moved, event, reopened));
    }

    /** The status that everything known argues for. */
    private OrderStatus argue(Progress known) {
        if (orderQty().filter(quantity -> !quantity.exceeds(known.worked())).isPresent()) {
            return OrderStatus.FILLED;
        }
        Optional<Closing> end = known.closing().filter(c -> c.isComplete(known.worked()));
        if (end.isPresent()) {
            return end.get().status();
        }
        if (!known.isKnownToBroker()) {
            return known.doubt().isPresent() ? OrderStatus.UNKNOWN : OrderStatus.PENDING_NEW;
        }
        if (known.cancelRequested()) {
            return OrderStatus.PENDING_CANCEL;
        }
        if (known.reports().isReplacing()) {
            return OrderStatus.PENDING_REPLACE;
        }
        if (!known.worked().isNone()) {
            return OrderStatus.PARTIALLY_FILLED;
        }
        return known.reports().workingSince().isPresent()
                ? OrderStatus.NEW
                : OrderStatus.PENDING_NEW;
    }

    private Set<Surprise> surprises(Order moved, OrderEvent event, boolean reopened) {
        Set<Surprise> surprises = EnumSet.noneOf(Surprise.class);
        boolean filled =
                event instanceof OrderEvent.Executed(Execution execution)
                        && execution.corrects().isEmpty();
        if (reopened) {
            surprises.add(Surprise.REOPENED);
        }
        if (filled && orderQty().filter(q -> moved.progress.worked().exceeds(q)).isPresent()) {
            surprises.add(Surprise.OVER_FILL);
        }
        if (filled && !status.isOpen() && !reopened && status != OrderStatus.REJECTED) {
            surprises.add(Surprise.LATE_FILL);
        }
        if (moved.isRejected() && !moved.progress.worked().isNone() && (filled || !isRejected())) {
            surprises.add(Surprise.FILLED_THOUGH_REJECTED);
        }
        return surprises;
    }

    private boolean isRejected() {
        return progress.closing().filter(c -> c.status() == OrderStatus.REJECTED).isPresent();
    }

    private Impossible impossible(OrderEvent event, String why) {
        return new Impossible(this, event, why);
    }
}
