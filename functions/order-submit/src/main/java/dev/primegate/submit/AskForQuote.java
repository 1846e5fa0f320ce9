package dev.primegate.submit;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.Purpose;
import dev.primegate.broker.Quote;
import dev.primegate.broker.QuoteGateway;
import dev.primegate.broker.QuoteOutcome;
import dev.primegate.broker.QuoteRequest;
import dev.primegate.broker.Turn;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.order.Denial;
import dev.primegate.order.Route;
import dev.primegate.runtime.Turns;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks a broker for a quote, once, and keeps it for the order that may take it. */
@Singleton
class AskForQuote {
    private static final Logger LOG = Logger.getLogger(AskForQuote.class);

    /** How long it waits for a place in the broker's rate budget: prices do not wait longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Brokers<QuoteGateway> gateways;
    private final Routing routing;
    private final Turns turns;
    private final QuoteDesk desk;
    private final Clock clock;

    AskForQuote(
            Brokers<QuoteGateway> gateways,
            Routing routing,
            Turns turns,
            QuoteDesk desk,
            Clock clock) {
        this.gateways = gateways;
        this.routing = routing;
        this.turns = turns;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Nothing trades by it; asked again it asks the broker again.
     *
     * @param wanted which broker is asked; without it the one that an order would go to
     */
    Answer ask(QuoteRequest request, Optional<BrokerId> wanted, Instrument instrument) {
        Optional<BrokerId> broker =
                wanted.or(() -> routing.route(request, instrument).map(Route::broker));
        if (broker.isEmpty()) {
            return new Answer.NoBroker();
        }
        Optional<QuoteGateway> gateway = gateways.find(broker.get());
        return gateway.isPresent()
                ? told(ask(request, gateway.get(), instrument), request, broker.get())
                : denied(Denial.of("unsupported", broker.get() + " gives no quotes"));
    }

    private QuoteOutcome ask(QuoteRequest request, QuoteGateway gateway, Instrument instrument) {
        Instant until = clock.instant().plus(PATIENCE);
        return switch (turns.await(gateway.broker(), gateway.rate(), Purpose.ORDER, until)) {
            case Turn.Granted _ -> gateway.ask(request, instrument, clock.instant());
            case Turn.Spent _ -> new QuoteOutcome.Failed("the broker's rate budget is spent");
            case Turn.Paused(Instant again) ->
                    new QuoteOutcome.Failed("the broker has asked to be left alone until " + again);
        };
    }

    private Answer told(QuoteOutcome outcome, QuoteRequest request, BrokerId broker) {
        Answer answer =
                switch (outcome) {
                    case QuoteOutcome.Quoted(Quote quote) ->
                            desk.keep(quote, clock.instant())
                                    .map(AskForQuote::denied)
                                    .orElseGet(() -> new Answer.Given(quote));
                    case QuoteOutcome.Unsupported(String what) ->
                            denied(Denial.of("unsupported", what));
                    case QuoteOutcome.Refused(String why) -> new Answer.Refused(why);
                    case QuoteOutcome.Failed(String why) -> new Answer.Failed(why);
                };
        LOG.infof(
                "quoteReqId=%s broker=%s event=quote outcome=%s",
                request.quoteReqId(), broker, answer.getClass().getSimpleName());
        return answer;
    }

    private static Answer denied(Denial denial) {
        return new Answer.Denied(denial);
    }

    /** What came of it. */
    sealed interface Answer {
        record Given(Quote quote) implements Answer {}

        /** Refused by us: the broker was not asked, or its answer is not passed on. */
        record Denied(Denial denial) implements Answer {}

        /** Refused by the broker. */
        record Refused(String reason) implements Answer {}

        /** The broker gave no answer, or none that is a quote. */
        record Failed(String why) implements Answer {}

        /** Every broker that could be asked is down. */
        record NoBroker() implements Answer {}
    }
}
