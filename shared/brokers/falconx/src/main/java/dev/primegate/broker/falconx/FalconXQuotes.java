package dev.primegate.broker.falconx;

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
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks FalconX for quotes. */
@Singleton
class FalconXQuotes implements QuoteGateway {
    private final FalconXCalls calls;

    FalconXQuotes(FalconXCalls calls) {
        this.calls = calls;
    }

    @Override
    public BrokerId broker() {
        return FalconXMapping.BROKER;
    }

    @Override
    public RateLimit rate() {
        return calls.rate();
    }

    @Override
    public QuoteOutcome ask(QuoteRequest request, Instrument instrument, Instant now) {
        Optional<String> unsupported = FalconXRequest.unsupported(request, instrument);
        if (unsupported.isPresent()) {
            return new QuoteOutcome.Unsupported(unsupported.get());
        }
        FalconXVersion version = calls.version(request.tenant().name(), request.account().name());
        String body = FalconXRequest.json(request, instrument, version);
        return switch (calls.quote(version, body)) {
            case Answer.Held(String why) -> new QuoteOutcome.Failed(why);
            case Answer.Unsent(String why) -> new QuoteOutcome.Failed(why);
            case Answer.Broken(String why) -> new QuoteOutcome.Failed(why);
            case Answer.Whole answer -> answered(answer, request, now);
        };
    }

    static QuoteOutcome answered(Answer.Whole answer, QuoteRequest request, Instant askedAt) {
        if (answer.status() != 200) {
            return FalconXAnswers.refusal(answer)
                    .<QuoteOutcome>map(QuoteOutcome.Refused::new)
                    .orElseGet(() ->
                            new QuoteOutcome.Failed("answered %d".formatted(answer.status())));
        }
        try {
            FalconXMessages.Quote quote =
                    BrokerJson.read(answer.body(), FalconXMessages.Quote.class);
            Optional<String> problem = FalconXMapping.problem(quote.error());
            return problem.isPresent()
                    ? new QuoteOutcome.Refused(problem.get())
                    : new QuoteOutcome.Quoted(quote(quote, request, askedAt));
        } catch (UnreadableException | IllegalArgumentException e) {
            return new QuoteOutcome.Failed("answered 200, but: " + e.getMessage());
        }
    }

    private static Quote quote(FalconXMessages.Quote quote, QuoteRequest request, Instant askedAt) {
        // As long as FalconX gives, from when we asked: our clock and its need not agree.
        Duration valid =
                Duration.between(
                        FalconXMapping.time("t_quote", quote.tQuote()),
                        FalconXMapping.time("t_expiry", quote.tExpiry()));
        return new Quote(
                new QuoteId(
                        FalconXMapping.BROKER, FalconXMapping.orderId(quote.fxQuoteId()).text()),
                request,
                price(request, Side.SELL, "sell_price", quote.sellPrice()),
                price(request, Side.BUY, "buy_price", quote.buyPrice()),
                askedAt,
                askedAt.plus(valid));
    }

    /** The price on a side that was asked for must be there; on the other it is not looked at. */
    private static Optional<Price> price(
            QuoteRequest request, Side side, String what, @Nullable String price) {
        return request.side().filter(asked -> asked != side).isPresent()
                ? Optional.empty()
                : Optional.of(FalconXMapping.price(what, price));
    }
}
