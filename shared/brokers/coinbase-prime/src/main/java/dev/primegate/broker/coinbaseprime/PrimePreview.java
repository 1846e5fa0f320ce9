package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.Preview;
import dev.primegate.broker.PreviewGateway;
import dev.primegate.broker.PreviewOutcome;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.money.Money;
import dev.primegate.order.NewOrder;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks Prime what an order would cost. */
@Singleton
class PrimePreview implements PreviewGateway {
    private final PrimeCalls calls;
    private final PrimeQuoteApi api;

    PrimePreview(PrimeCalls calls, PrimeQuoteApi api) {
        this.calls = calls;
        this.api = api;
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
    public PreviewOutcome preview(NewOrder order, Instrument instrument) {
        Optional<String> unsupported =
                PrimeRequest.unsupported(order)
                        .or(() ->
                                order.terms()
                                        .quote()
                                        .map(_ -> "ordType PREVIOUSLY_QUOTED: its price is known"));
        if (unsupported.isPresent()) {
            return new PreviewOutcome.Unsupported(unsupported.get());
        }
        String body = PrimeRequest.preview(order, instrument);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return told(
                calls.ask(
                        "/order_preview",
                        body,
                        (key, signed) -> api.preview(key.portfolioId(), signed, bytes)),
                instrument);
    }

    private static PreviewOutcome told(Answer answer, Instrument instrument) {
        return switch (answer) {
            case Answer.Held(String why) -> new PreviewOutcome.Failed(why);
            case Answer.Unsent(String why) -> new PreviewOutcome.Failed(why);
            case Answer.Broken(String why) -> new PreviewOutcome.Failed(why);
            case Answer.Whole whole when whole.status() == 200 -> read(whole, instrument);
            case Answer.Whole whole ->
                    PrimeAnswers.refusal(whole)
                            .<PreviewOutcome>map(PreviewOutcome.Refused::new)
                            .orElseGet(() ->
                                    new PreviewOutcome.Failed(
                                            "answered %d".formatted(whole.status())));
        };
    }

    /** Its own word on slippage is passed over: what it is a part of is nowhere said. */
    private static PreviewOutcome read(Answer.Whole answer, Instrument instrument) {
        try {
            PrimeMessages.Preview preview =
                    BrokerJson.read(answer.body(), PrimeMessages.Preview.class);
            return new PreviewOutcome.Previewed(
                    new Preview(
                            PrimeMapping.price(preview.bestBid()),
                            PrimeMapping.price(preview.bestAsk()),
                            PrimeMapping.price(preview.averageFilledPrice()),
                            PrimeMapping.number("commission", preview.commission())
                                    .map(fee -> new Money(fee, instrument.quote())),
                            new Money(
                                    PrimeMapping.quantity("order_total", preview.orderTotal())
                                            .amount(),
                                    instrument.quote())));
        } catch (UnreadableException e) {
            return new PreviewOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }
}
