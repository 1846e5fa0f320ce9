package dev.primegate.broker.clearstreet;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Evidence;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.OrderReports;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.broker.kit.Replies;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Execution;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions from Clear Street's records, which are of the current day. An order is found by
 * our id, its reference there; it is absent only when its session is over and neither the whole
 * list nor the whole replay holds it.
 */
@Singleton
class ClearStreetReports implements OrderReports {
    private final ClearStreetCalls calls;
    private final ClearStreetFeed feed;
    private final ClearStreetMapping mapping;
    private final ClearStreetSession session;

    ClearStreetReports(
            ClearStreetCalls calls,
            ClearStreetFeed feed,
            SymbolMaster symbols,
            ClearStreetConfig config) {
        this.calls = calls;
        this.feed = feed;
        this.mapping = new ClearStreetMapping(symbols);
        this.session = new ClearStreetSession(config.session());
    }

    @Override
    public BrokerId broker() {
        return ClearStreetMapping.BROKER;
    }

    @Override
    public Evidence lookup(Order order) {
        Optional<BrokerOrderId> known = order.progress().reports().brokerOrderId();
        return known.isPresent() ? byId(order, known.get()) : byReference(order);
    }

    /** Its trades are listed on their own day only; on another there is no whole answer. */
    @Override
    public Fetched<List<Execution>> executions(Order order) {
        Optional<BrokerOrderId> id = order.progress().reports().brokerOrderId();
        return id.isPresent()
                ? executions(id.get(), order.attempt().signedAt())
                : new Fetched.Failed<>("the broker's id of the order is not known");
    }

    /** Everything of the current day; what came before it is in the files of its evening. */
    @Override
    public Fetched<List<BrokerNews>> executionsSince(Instant from) {
        return switch (trades()) {
            case Fetched.Failed<List<ClearStreetMessages.Trade>>(String why) ->
                    new Fetched.Failed<>(why);
            case Fetched.Whole<List<ClearStreetMessages.Trade>>(var trades, Instant at) ->
                    new Fetched.Whole<>(trades.stream().map(mapping::news).toList(), at);
        };
    }

    private Evidence byId(Order order, BrokerOrderId id) {
        return switch (Replies.one(calls.order(id.text()), ClearStreetMessages.OneOrder.class)) {
            case Fetched.Failed<ClearStreetMessages.OneOrder>(String why) ->
                    new Evidence.Inconclusive(why);
            case Fetched.Whole<ClearStreetMessages.OneOrder>(var one, _) ->
                    one.order() == null
                            ? new Evidence.Inconclusive("answered without an order")
                            : found(order, List.of(one.order()));
        };
    }

    private Evidence byReference(Order order) {
        // A clock reading from before the list was asked for: absence is judged by it.
        Fetched<ClearStreetMessages.Instrument> before =
                Replies.one(
                        calls.instrument(order.request().symbol().text()),
                        ClearStreetMessages.Instrument.class);
        return switch (before) {
            case Fetched.Failed<ClearStreetMessages.Instrument>(String why) ->
                    new Evidence.Inconclusive("Clear Street's clock cannot be read: " + why);
            case Fetched.Whole<ClearStreetMessages.Instrument>(_, Instant askedAt) ->
                    byReference(order, askedAt);
        };
    }

    private Evidence byReference(Order order, Instant askedAt) {
        Fetched<List<ClearStreetMessages.Order>> all =
                ClearStreetPages.all(
                        calls::orders,
                        ClearStreetMessages.Orders.class,
                        ClearStreetMessages.Orders::data,
                        ClearStreetMessages.Orders::nextPageToken);
        return switch (all) {
            case Fetched.Failed<List<ClearStreetMessages.Order>>(String why) ->
                    new Evidence.Inconclusive("orders: " + why);
            case Fetched.Whole<List<ClearStreetMessages.Order>>(var orders, _) -> {
                List<ClearStreetMessages.Order> ours =
                        orders.stream()
                                .filter(o -> order.id().text().equals(o.referenceId()))
                                .toList();
                yield ours.isEmpty()
                        ? notListed(order, askedAt, orders.size())
                        : found(order, ours);
            }
        };
    }

    private Evidence notListed(Order order, Instant askedAt, int listed) {
        Optional<String> doubt = session.doubt(order.attempt().signedAt(), askedAt);
        if (doubt.isPresent()) {
            return new Evidence.Inconclusive(doubt.get());
        }
        return switch (feed.replay()) {
            case Fetched.Failed<List<BrokerNews>>(String why) ->
                    new Evidence.Inconclusive("replay: " + why);
            case Fetched.Whole<List<BrokerNews>>(List<BrokerNews> news, _) ->
                    notListed(order, news, askedAt, listed);
        };
    }

    private static Evidence notListed(
            Order order, List<BrokerNews> replay, Instant askedAt, int listed) {
        if (replay.stream().anyMatch(BrokerNews.Unreadable.class::isInstance)) {
            return new Evidence.Inconclusive("the replay has messages that cannot be read");
        }
        Optional<OrderId> wanted = Optional.of(order.id());
        List<BrokerNews> ours =
                replay.stream()
                        .filter(news ->
                                news instanceof BrokerNews.OfOrder told
                                        && told.orderId().equals(wanted))
                        .toList();
        return ours.isEmpty()
                ? new Evidence.Absent(
                        "its session is over, and neither %d orders of the day nor %d replayed"
                                        .formatted(listed, replay.size())
                                + " messages hold its reference",
                        askedAt)
                : new Evidence.Found(ours);
    }

    /** Several, should a reference ever be taken twice: then the book says so. */
    private Evidence found(Order order, List<ClearStreetMessages.Order> found) {
        List<BrokerNews> news = new ArrayList<>();
        try {
            for (ClearStreetMessages.Order one : found) {
                OrderEvent.Reported reported = ClearStreetMapping.reported(one);
                BrokerOrderId id = reported.brokerOrderId().orElseThrow();
                news.add(news(order, id, reported, "lookup/" + id + "/" + one.version()));
                if (reported.cumQty().filter(q -> !q.isNone()).isPresent()
                        && executions(id, order.attempt().signedAt())
                                instanceof Fetched.Whole<List<Execution>>(var all, _)) {
                    all.forEach(e ->
                            news.add(news(order, id, new OrderEvent.Executed(e), e.id().text())));
                }
            }
        } catch (UnreadableException e) {
            return new Evidence.Inconclusive(String.valueOf(e.getMessage()));
        }
        return new Evidence.Found(List.copyOf(news));
    }

    private static BrokerNews news(
            Order order, BrokerOrderId id, OrderEvent event, String eventId) {
        return new BrokerNews.OfOrder(Optional.of(order.id()), id, event, eventId);
    }

    private Fetched<List<Execution>> executions(BrokerOrderId id, Instant signedAt) {
        return switch (trades()) {
            case Fetched.Failed<List<ClearStreetMessages.Trade>>(String why) ->
                    new Fetched.Failed<>(why);
            case Fetched.Whole<List<ClearStreetMessages.Trade>>(var trades, Instant at) -> {
                if (!session.isSameDay(signedAt, at)) {
                    yield new Fetched.Failed<>("its trades were listed on its own day only");
                }
                try {
                    yield new Fetched.Whole<>(
                            trades.stream()
                                    .filter(trade -> id.text().equals(trade.orderId()))
                                    .map(mapping::execution)
                                    .toList(),
                            at);
                } catch (UnreadableException e) {
                    yield new Fetched.Failed<>(String.valueOf(e.getMessage()));
                }
            }
        };
    }

    private Fetched<List<ClearStreetMessages.Trade>> trades() {
        return ClearStreetPages.all(
                calls::trades,
                ClearStreetMessages.Trades.class,
                ClearStreetMessages.Trades::data,
                ClearStreetMessages.Trades::nextPageToken);
    }
}
