package dev.primegate.broker.falconx;

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
import dev.primegate.order.OrderStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions from FalconX's records. An order that took a quote has the quote's id, and
 * {@code GET quotes/{id}} is decisive for it. A one-shot order whose answer was lost is looked for
 * by our UUID of it, then among everything executed since it was signed; what is in neither is
 * absent only if a contract says how long FalconX may still take it.
 */
@Singleton
class FalconXReports implements OrderReports {
    private final FalconXCalls calls;
    private final FalconXBlotter blotter;
    private final FalconXMapping mapping;
    private final boolean contract;

    FalconXReports(
            FalconXCalls calls,
            FalconXBlotter blotter,
            FalconXConfig config,
            SymbolMaster symbols) {
        this.calls = calls;
        this.blotter = blotter;
        this.mapping = new FalconXMapping(symbols);
        this.contract = config.contractualWindow().isPresent();
    }

    @Override
    public BrokerId broker() {
        return FalconXMapping.BROKER;
    }

    @Override
    public Evidence lookup(Order order) {
        Optional<String> id = id(order);
        return id.isPresent() ? byId(order, id.get()) : bySearch(order);
    }

    @Override
    public Fetched<List<Execution>> executions(Order order) {
        Optional<String> id = id(order);
        if (id.isEmpty()) {
            return new Fetched.Failed<>("FalconX's id of the order is not known");
        }
        return switch (one(calls.quote(id.get()))) {
            case Fetched.Failed<FalconXMessages.Quote>(String why) -> new Fetched.Failed<>(why);
            case Fetched.Whole<FalconXMessages.Quote>(var quote, Instant at) -> {
                try {
                    yield new Fetched.Whole<>(
                            FalconXMapping.status(quote, at) == OrderStatus.FILLED
                                    ? List.of(mapping.execution(quote))
                                    : List.of(),
                            at);
                } catch (UnreadableException e) {
                    yield new Fetched.Failed<>(String.valueOf(e.getMessage()));
                }
            }
        };
    }

    @Override
    public Fetched<List<BrokerNews>> executionsSince(Instant from) {
        return switch (blotter.since(from)) {
            case Fetched.Failed<List<FalconXMessages.Quote>>(String why) ->
                    new Fetched.Failed<>(why);
            case Fetched.Whole<List<FalconXMessages.Quote>>(var quotes, Instant at) ->
                    new Fetched.Whole<>(quotes.stream().map(this::news).toList(), at);
        };
    }

    /** The id under which FalconX knows it: its own of an order, or that of the quote it took. */
    private static Optional<String> id(Order order) {
        return order.progress()
                .reports()
                .brokerOrderId()
                .map(BrokerOrderId::text)
                .or(() -> order.request().terms().quote().map(quote -> quote.id()));
    }

    private Evidence byId(Order order, String id) {
        Fetched<FalconXMessages.Quote> first = one(calls.quote(id));
        if (!(first instanceof Fetched.Whole<FalconXMessages.Quote>(var quote, Instant at))) {
            return new Evidence.Inconclusive(first.toString());
        }
        if (!isOver(quote, at)) {
            return found(order, quote, at);
        }
        // The clock of the first answer is from before the second question: only then does "not
        // filled" mean "never will be".
        return switch (one(calls.quote(id))) {
            case Fetched.Failed<FalconXMessages.Quote>(String why) ->
                    new Evidence.Inconclusive(why);
            case Fetched.Whole<FalconXMessages.Quote>(var second, var _) ->
                    found(order, second, at);
        };
    }

    private static boolean isOver(FalconXMessages.Quote quote, Instant at) {
        try {
            return FalconXMapping.status(quote, at) == OrderStatus.EXPIRED;
        } catch (UnreadableException _) {
            return false; // It is no evidence at all, and said to be so.
        }
    }

    private Evidence bySearch(Order order) {
        // A clock reading from before the first question: absence is judged by it.
        Fetched<FalconXMessages.RateLimit> before =
                Replies.one(calls.rateLimit(), FalconXMessages.RateLimit.class);
        if (!(before instanceof Fetched.Whole<FalconXMessages.RateLimit>(var _, Instant askedAt))) {
            return new Evidence.Inconclusive("FalconX's clock cannot be read: " + before);
        }
        Answer byUuid = calls.quoteByUuid(order.id().asUuid().toString());
        if (one(byUuid) instanceof Fetched.Whole<FalconXMessages.Quote>(var quote, Instant at)) {
            return found(order, quote, at);
        }
        return switch (blotter.since(order.attempt().signedAt().minus(FalconXBlotter.SKEW))) {
            case Fetched.Failed<List<FalconXMessages.Quote>>(String why) ->
                    new Evidence.Inconclusive(why);
            case Fetched.Whole<List<FalconXMessages.Quote>>(var quotes, Instant at) ->
                    quotes.stream()
                            .filter(q -> order.id().text().equals(q.clientOrderId()))
                            .findFirst()
                            .map(quote -> found(order, quote, at))
                            .orElseGet(() -> absent(order, byUuid, quotes.size(), askedAt));
        };
    }

    private Evidence absent(Order order, Answer byUuid, int executed, Instant askedAt) {
        boolean unknown = byUuid instanceof Answer.Whole answer && answer.status() == 404;
        if (!unknown) {
            return new Evidence.Inconclusive("the lookup by UUID failed: " + byUuid);
        }
        String proof =
                "unknown by its UUID, and not among %d executed since %s"
                        .formatted(executed, order.attempt().signedAt());
        return contract
                ? new Evidence.Absent(proof, askedAt)
                : new Evidence.Inconclusive(proof + "; no contract says that it cannot come yet");
    }

    private Evidence found(Order order, FalconXMessages.Quote quote, Instant at) {
        try {
            OrderEvent.Reported reported = FalconXMapping.reported(quote, at);
            BrokerOrderId id = reported.brokerOrderId().orElseThrow();
            List<BrokerNews> news = new ArrayList<>();
            news.add(of(order, id, reported, "lookup/" + id + "/" + at));
            if (reported.status() == OrderStatus.FILLED) {
                news.add(
                        of(
                                order,
                                id,
                                new OrderEvent.Executed(mapping.execution(quote)),
                                id.text()));
            }
            return new Evidence.Found(List.copyOf(news));
        } catch (UnreadableException e) {
            return new Evidence.Inconclusive(String.valueOf(e.getMessage()));
        }
    }

    private static BrokerNews of(Order order, BrokerOrderId id, OrderEvent event, String eventId) {
        return new BrokerNews.OfOrder(Optional.of(order.id()), id, event, eventId);
    }

    private BrokerNews news(FalconXMessages.Quote quote) {
        try {
            Execution execution = mapping.execution(quote);
            return new BrokerNews.OfOrder(
                    FalconXMapping.ours(quote.clientOrderId()),
                    FalconXMapping.orderId(quote.fxQuoteId()),
                    new OrderEvent.Executed(execution),
                    execution.id().text());
        } catch (UnreadableException e) {
            return new BrokerNews.Unreadable(
                    "quote/" + quote.fxQuoteId(),
                    Answer.clip(quote.toString()),
                    String.valueOf(e.getMessage()),
                    Optional.ofNullable(quote.fxQuoteId()).map(BrokerOrderId::new));
        }
    }

    private static Fetched<FalconXMessages.Quote> one(Answer answer) {
        return Replies.one(answer, FalconXMessages.Quote.class);
    }
}
