package dev.primegate.submit;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.PreviewGateway;
import dev.primegate.broker.PreviewOutcome;
import dev.primegate.broker.Purpose;
import dev.primegate.broker.Turn;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Route;
import dev.primegate.runtime.Turns;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Asks the broker an order would go to what it would cost there. Nothing is written or sent. */
@Singleton
class PreviewOrder {
    /** How long it waits for a place in the broker's rate budget: prices do not wait longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Brokers<PreviewGateway> gateways;
    private final Routing routing;
    private final Turns turns;
    private final Clock clock;

    PreviewOrder(Brokers<PreviewGateway> gateways, Routing routing, Turns turns, Clock clock) {
        this.gateways = gateways;
        this.routing = routing;
        this.turns = turns;
        this.clock = clock;
    }

    /** Asked again it asks the broker again. */
    Answer preview(NewOrder order, Instrument instrument) {
        Optional<BrokerId> broker = routing.route(order, instrument, Set.of()).map(Route::broker);
        if (broker.isEmpty()) {
            return new Answer.NoBroker();
        }
        return gateways.find(broker.get())
                .<Answer>map(
                        gateway -> new Answer.Said(broker.get(), ask(gateway, order, instrument)))
                .orElseGet(() -> new Answer.Mute(broker.get()));
    }

    private PreviewOutcome ask(PreviewGateway gateway, NewOrder order, Instrument instrument) {
        Instant until = clock.instant().plus(PATIENCE);
        return switch (turns.await(gateway.broker(), gateway.rate(), Purpose.READ, until)) {
            case Turn.Granted _ -> gateway.preview(order, instrument);
            case Turn.Spent _ -> new PreviewOutcome.Failed("the broker's rate budget is spent");
            case Turn.Paused(Instant again) ->
                    new PreviewOutcome.Failed(
                            "the broker has asked to be left alone until " + again);
        };
    }

    /** What came of it. */
    sealed interface Answer {
        record Said(BrokerId broker, PreviewOutcome outcome) implements Answer {}

        /** That broker tells nobody what an order would cost. */
        record Mute(BrokerId broker) implements Answer {}

        /** Every broker that could get the order is down. */
        record NoBroker() implements Answer {}
    }
}
