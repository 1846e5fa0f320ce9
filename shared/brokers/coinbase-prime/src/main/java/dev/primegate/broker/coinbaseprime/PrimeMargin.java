package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.Fetched;
import dev.primegate.broker.MarginReports;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.MarginState;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How it stands with the cross margin of our entity at Prime, by the version of its overview that
 * the account's key names.
 */
@Singleton
class PrimeMargin implements MarginReports {
    private final PrimeCalls calls;
    private final PrimeBooksApi api;

    PrimeMargin(PrimeCalls calls, PrimeBooksApi api) {
        this.calls = calls;
        this.api = api;
    }

    @Override
    public BrokerId broker() {
        return PrimeMapping.BROKER;
    }

    @Override
    public Fetched<List<MarginState>> margin() {
        PrimeKey key = calls.key();
        Optional<String> entity = key.entityId();
        if (entity.isEmpty()) {
            return new Fetched.Failed<>("its secret has no entityId");
        }
        return switch (key.marginVersion()) {
            case V1 -> first(entity.get());
            case V2 -> second(entity.get());
        };
    }

    private Fetched<List<MarginState>> first(String entity) {
        return read(
                PrimePages.one(
                        calls.read(
                                _ -> "/v1/entities/" + entity + "/cross_margin",
                                (_, signed) -> api.crossMargin(entity, signed)),
                        PrimeMessages.CrossMargin.class),
                (body, at) -> {
                    if (body.overview() == null) {
                        throw new UnreadableException("answered without an overview", null);
                    }
                    return MarginMapping.state(body.overview(), at);
                });
    }

    private Fetched<List<MarginState>> second(String entity) {
        return read(
                PrimePages.one(
                        calls.read(
                                _ -> "/v2/entities/" + entity + "/cross_margin/prime",
                                (_, signed) -> api.crossMarginV2(entity, signed)),
                        PrimeMessages.MarginOverviewV2.class),
                (body, _) -> MarginMapping.state(body));
    }

    private static <T> Fetched<List<MarginState>> read(
            Fetched<T> fetched, BiFunction<T, Instant, MarginState> mapping) {
        return switch (fetched) {
            case Fetched.Failed<T>(String why) -> new Fetched.Failed<>(why);
            case Fetched.Whole<T>(T body, Instant at) -> {
                try {
                    yield new Fetched.Whole<>(List.of(mapping.apply(body, at)), at);
                } catch (UnreadableException e) {
                    yield new Fetched.Failed<>(String.valueOf(e.getMessage()));
                }
            }
        };
    }
}
