package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.Fetched;
import dev.primegate.broker.MarginReports;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.MarginState;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** How it stands with the cross margin of our entity at Prime. */
@Singleton
class PrimeMargin implements MarginReports {
    private final PrimeCalls calls;

    PrimeMargin(PrimeCalls calls) {
        this.calls = calls;
    }

    @Override
    public BrokerId broker() {
        return PrimeMapping.BROKER;
    }

    @Override
    public Fetched<MarginState> margin() {
        Optional<String> entity = calls.key().entityId();
        if (entity.isEmpty()) {
            return new Fetched.Failed<>("its secret has no entityId");
        }
        return switch (PrimePages.one(
                calls.crossMargin(entity.get()), PrimeMessages.CrossMargin.class)) {
            case Fetched.Failed<PrimeMessages.CrossMargin>(String why) -> new Fetched.Failed<>(why);
            case Fetched.Whole<PrimeMessages.CrossMargin>(var body, Instant at) -> read(body, at);
        };
    }

    private static Fetched<MarginState> read(PrimeMessages.CrossMargin body, Instant at) {
        if (body.overview() == null) {
            return new Fetched.Failed<>("answered without an overview");
        }
        try {
            return new Fetched.Whole<>(MarginMapping.state(body.overview(), at), at);
        } catch (UnreadableException e) {
            return new Fetched.Failed<>(String.valueOf(e.getMessage()));
        }
    }
}
