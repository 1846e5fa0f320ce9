package dev.primegate.broker.alpacabroker;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Evidence;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.OrderReports;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.broker.kit.Replies;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Execution;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions from Alpaca's records. An order is found by our id, which is unique there; it
 * is absent if neither the question for that id nor the list of all orders since it was signed
 * knows it, and bytes on their way could no longer be taken.
 */
@Singleton
class AlpacaReports implements OrderReports {
    /** How far our clocks may be apart, and more. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final AlpacaCalls calls;
    private final AlpacaOrderList list;
    private final AlpacaReplay replay;

    AlpacaReports(AlpacaCalls calls, SymbolMaster symbols) {
        this.calls = calls;
        this.list = new AlpacaOrderList(calls);
        this.replay = new AlpacaReplay(calls, new AlpacaMapping(symbols));
    }

    @Override
    public BrokerId broker() {
        return AlpacaMapping.BROKER;
    }

    @Override
    public Evidence lookup(Order order) {
        Optional<BrokerOrderId> known = order.progress().reports().brokerOrderId();
        return known.isPresent() ? byId(order, known.get()) : byClientId(order);
    }

    @Override
    public Fetched<List<Execution>> executions(Order order) {
        Optional<BrokerOrderId> id = order.progress().reports().brokerOrderId();
        if (id.isEmpty()) {
            return new Fetched.Failed<>("the broker's id of the order is not known");
        }
        return switch (trades(order, id.get())) {
            case Fetched.Failed<List<BrokerNews.OfOrder>>(String why) -> new Fetched.Failed<>(why);
            case Fetched.Whole<List<BrokerNews.OfOrder>>(var news, Instant at) ->
                    new Fetched.Whole<>(
                            news.stream()
                                    .map(BrokerNews.OfOrder::event)
                                    .filter(OrderEvent.Executed.class::isInstance)
                                    .map(event -> ((OrderEvent.Executed) event).execution())
                                    .toList(),
                            at);
        };
    }

    @Override
    public Fetched<List<BrokerNews>> executionsSince(Instant from) {
        return switch (told(from)) {
            case Fetched.Failed<List<BrokerNews>> failed -> failed;
            case Fetched.Whole<List<BrokerNews>>(var news, Instant at) ->
                    new Fetched.Whole<>(
                            news.stream().filter(AlpacaReports::isOfATrade).toList(), at);
        };
    }

    private Evidence byId(Order order, BrokerOrderId id) {
        return found(order, calls.order(id.text()));
    }

    private Evidence byClientId(Order order) {
        // A clock reading from before the question: absence is judged by it.
        return switch (clock()) {
            case Fetched.Failed<AlpacaMessages.Time>(String why) ->
                    new Evidence.Inconclusive("Alpaca's clock cannot be read: " + why);
            case Fetched.Whole<AlpacaMessages.Time>(_, Instant askedAt) -> {
                Answer answer = calls.orderByClientId(order.id().text());
                yield AlpacaAnswers.isNotFound(answer)
                        ? notFound(order, askedAt)
                        : found(order, answer);
            }
        };
    }

    /** That an id is not found does not prove that it was looked for in the right account. */
    private Evidence notFound(Order order, Instant askedAt) {
        return switch (list.since(order.attempt().signedAt().minus(SKEW))) {
            case Fetched.Failed<List<AlpacaMessages.Order>>(String why) ->
                    new Evidence.Inconclusive("orders: " + why);
            case Fetched.Whole<List<AlpacaMessages.Order>>(var orders, _) -> {
                Optional<AlpacaMessages.Order> ours =
                        orders.stream()
                                .filter(o -> order.id().text().equals(o.clientOrderId()))
                                .findFirst();
                yield ours.map(theirs -> found(order, theirs))
                        .orElseGet(() ->
                                new Evidence.Absent(
                                        "its id is not found, nor is it among %d orders since"
                                                .formatted(orders.size()),
                                        askedAt));
            }
        };
    }

    private Evidence found(Order order, Answer answer) {
        return switch (Replies.one(answer, AlpacaMessages.Order.class)) {
            case Fetched.Failed<AlpacaMessages.Order>(String why) -> new Evidence.Inconclusive(why);
            case Fetched.Whole<AlpacaMessages.Order>(var theirs, _) ->
                    order.id().text().equals(theirs.clientOrderId())
                            ? found(order, theirs)
                            : new Evidence.Inconclusive("answered with another order");
        };
    }

    private Evidence found(Order order, AlpacaMessages.Order theirs) {
        try {
            OrderEvent.Reported reported = AlpacaMapping.reported(theirs);
            BrokerOrderId id = reported.brokerOrderId().orElseThrow();
            List<BrokerNews> news = new ArrayList<>();
            news.add(
                    new BrokerNews.OfOrder(
                            Optional.of(order.id()),
                            id,
                            reported,
                            "lookup/%s/%s".formatted(id, theirs.updatedAt())));
            if (reported.cumQty().filter(q -> !q.isNone()).isPresent()
                    && trades(order, id)
                            instanceof Fetched.Whole<List<BrokerNews.OfOrder>>(var trades, _)) {
                news.addAll(trades);
            }
            return new Evidence.Found(List.copyOf(news));
        } catch (UnreadableException e) {
            return new Evidence.Inconclusive(String.valueOf(e.getMessage()));
        }
    }

    /** What was executed, busted and corrected of an order. */
    private Fetched<List<BrokerNews.OfOrder>> trades(Order order, BrokerOrderId id) {
        return switch (told(order.attempt().signedAt().minus(SKEW))) {
            case Fetched.Failed<List<BrokerNews>>(String why) -> new Fetched.Failed<>(why);
            case Fetched.Whole<List<BrokerNews>>(var all, Instant at) -> {
                Optional<String> unread =
                        all.stream()
                                .filter(news -> isUnreadable(news, id))
                                .map(news -> ((BrokerNews.Unreadable) news).why())
                                .findFirst();
                yield unread.isPresent()
                        ? new Fetched.Failed<>("an event of it: " + unread.get())
                        : new Fetched.Whole<>(
                                all.stream()
                                        .filter(AlpacaReports::isOfATrade)
                                        .filter(BrokerNews.OfOrder.class::isInstance)
                                        .map(BrokerNews.OfOrder.class::cast)
                                        .filter(news -> news.brokerOrderId().equals(id))
                                        .toList(),
                                at);
            }
        };
    }

    /** Everything until the broker's present second: what it tells beyond that comes next time. */
    private Fetched<List<BrokerNews>> told(Instant from) {
        return switch (clock()) {
            case Fetched.Failed<AlpacaMessages.Time>(String why) -> new Fetched.Failed<>(why);
            case Fetched.Whole<AlpacaMessages.Time>(_, Instant to) -> replay.between(from, to);
        };
    }

    private Fetched<AlpacaMessages.Time> clock() {
        return Replies.one(calls.clock(), AlpacaMessages.Time.class);
    }

    private static boolean isUnreadable(BrokerNews news, BrokerOrderId id) {
        return news instanceof BrokerNews.Unreadable unreadable
                && unreadable.order().filter(other -> !other.equals(id)).isEmpty();
    }

    private static boolean isOfATrade(BrokerNews news) {
        return switch (news) {
            case BrokerNews.OfOrder(_, _, OrderEvent.Executed _, _),
                    BrokerNews.OfOrder(_, _, OrderEvent.Busted _, _),
                    BrokerNews.Unreadable _ ->
                    true;
            case BrokerNews.OfOrder _, BrokerNews.OfMarket _ -> false;
        };
    }
}
