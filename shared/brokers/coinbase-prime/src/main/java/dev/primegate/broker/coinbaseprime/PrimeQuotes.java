package dev.primegate.broker.coinbaseprime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.broker.Quote;
import dev.primegate.broker.QuoteGateway;
import dev.primegate.broker.QuoteOutcome;
import dev.primegate.broker.QuoteRequest;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.money.Price;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Side;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import jakarta.inject.Singleton;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks Prime for a price it will trade at. It quotes one side, and wants to know the worst price
 * that would do: that is bounded by the reference, since what is taken is the quote itself.
 */
@Singleton
class PrimeQuotes implements QuoteGateway {
    private final PrimeCalls calls;
    private final PrimeQuoteApi api;
    private final PrimeConfig config;
    private final References references;

    PrimeQuotes(PrimeCalls calls, PrimeQuoteApi api, PrimeConfig config, References references) {
        this.calls = calls;
        this.api = api;
        this.config = config;
        this.references = references;
    }

    @Override
    public BrokerId broker() {
        return PrimeMapping.BROKER;
    }

    @Override
    public RateLimit rate() {
        return calls.rate();
    }

    @Override
    public QuoteOutcome ask(QuoteRequest request, Instrument instrument, Instant now) {
        if (request.side().isEmpty()) {
            return new QuoteOutcome.Unsupported("side: Prime quotes one side, BUY or SELL");
        }
        Side side = request.side().get();
        if (side == Side.SELL_SHORT) {
            return new QuoteOutcome.Unsupported("side SELL_SHORT: Prime has BUY and SELL");
        }
        Optional<Price> reference =
                references
                        .latest(request.symbol())
                        .filter(known -> known.isFresh(now, config.quotes().referenceMaxAge()))
                        .map(Reference::price);
        if (reference.isEmpty()) {
            return new QuoteOutcome.Failed("no fresh reference price to bound the quote by");
        }
        ObjectNode body = body(request, side, worst(reference.get(), side, instrument), instrument);
        return told(ask(body.toString()), request, side, now);
    }

    private ObjectNode body(QuoteRequest request, Side side, Price worst, Instrument instrument) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("product_id", instrument.symbol().text());
        json.put("side", side.name());
        json.put("client_quote_id", request.clientId());
        PrimeRequest.size(json, request.size());
        json.put("limit_price", worst.toString());
        json.put("quote_duration_ms", Long.toString(config.quotes().lastsFor().toMillis()));
        return json;
    }

    private Answer ask(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return calls.ask(
                "/rfq", body, (key, signed) -> api.quote(key.portfolioId(), signed, bytes));
    }

    /** Never beyond the bound: a buy's is rounded down to the step, a sell's up. */
    private Price worst(Price reference, Side side, Instrument instrument) {
        int bps = config.quotes().worstBps();
        return PrimeRequest.moved(
                reference,
                side == Side.BUY ? bps : -bps,
                instrument.priceStep(),
                side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING);
    }

    private static QuoteOutcome told(Answer answer, QuoteRequest request, Side side, Instant now) {
        return switch (answer) {
            case Answer.Held(String why) -> new QuoteOutcome.Failed(why);
            case Answer.Unsent(String why) -> new QuoteOutcome.Failed(why);
            case Answer.Broken(String why) -> new QuoteOutcome.Failed(why);
            case Answer.Whole whole when whole.status() == 200 -> quoted(whole, request, side, now);
            case Answer.Whole whole ->
                    PrimeAnswers.refusal(whole)
                            .<QuoteOutcome>map(QuoteOutcome.Refused::new)
                            .orElseGet(() ->
                                    new QuoteOutcome.Failed(
                                            "answered %d".formatted(whole.status())));
        };
    }

    private static QuoteOutcome quoted(
            Answer.Whole answer, QuoteRequest request, Side side, Instant now) {
        try {
            PrimeMessages.Quote quote = BrokerJson.read(answer.body(), PrimeMessages.Quote.class);
            Price price = PrimeMapping.price(quote.bestPrice());
            QuoteId id =
                    PrimeMapping.read(
                            "quote id",
                            quote.quoteId(),
                            text -> new QuoteId(PrimeMapping.BROKER, text));
            Instant until = PrimeMapping.time(quote.expirationTime());
            if (!until.isAfter(now)) {
                return new QuoteOutcome.Failed("the quote had ended when it came");
            }
            return new QuoteOutcome.Quoted(
                    new Quote(
                            id,
                            request,
                            side == Side.BUY ? Optional.empty() : Optional.of(price),
                            side == Side.BUY ? Optional.of(price) : Optional.empty(),
                            now,
                            until));
        } catch (UnreadableException e) {
            return new QuoteOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }
}
