package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.Fetched;
import dev.primegate.broker.Holding;
import dev.primegate.broker.PositionReports;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our positions at Prime, by asset. It tells them of the entity and of each of its portfolios in
 * one list; ours are those of our portfolio.
 */
@Singleton
class PrimePositions implements PositionReports {
    private static final int PAGE = 500;

    private final PrimeCalls calls;
    private final PrimeBooksApi api;

    PrimePositions(PrimeCalls calls, PrimeBooksApi api) {
        this.calls = calls;
        this.api = api;
    }

    @Override
    public BrokerId broker() {
        return PrimeMapping.BROKER;
    }

    @Override
    public Fetched<List<Holding>> positions() {
        PrimeKey key = calls.key();
        Optional<String> entity = key.entityId();
        if (entity.isEmpty()) {
            return new Fetched.Failed<>("its secret has no entityId");
        }
        return switch (all(entity.get())) {
            case Fetched.Failed<List<PrimeMessages.Position>>(String why) ->
                    new Fetched.Failed<>(why);
            case Fetched.Whole<List<PrimeMessages.Position>>(var positions, Instant at) ->
                    ours(positions, key.portfolioId(), at);
        };
    }

    /** What its wallets hold, traded or not. */
    @Override
    public Fetched<List<Holding>> holdings() {
        return switch (PrimePages.one(
                calls.balances("TOTAL_BALANCES"), PrimeMessages.Balances.class)) {
            case Fetched.Failed<PrimeMessages.Balances>(String why) -> new Fetched.Failed<>(why);
            case Fetched.Whole<PrimeMessages.Balances>(var body, Instant at) ->
                    body.balances() == null
                            ? new Fetched.Failed<>("answered without balances")
                            : PrimePages.mapped(
                                    new Fetched.Whole<>(body.balances(), at),
                                    PrimeMapping::holding);
        };
    }

    private Fetched<List<PrimeMessages.Position>> all(String entity) {
        return PrimePages.all(
                cursor ->
                        calls.read(
                                _ -> "/v1/entities/" + entity + "/positions",
                                (_, signed) -> api.positions(entity, signed, PAGE, cursor)),
                PrimeMessages.Positions.class,
                PrimeMessages.Positions::positions,
                PrimeMessages.Positions::pagination);
    }

    /** Positions that are all of somebody else do not mean that we have none. */
    private static Fetched<List<Holding>> ours(
            List<PrimeMessages.Position> positions, String portfolio, Instant at) {
        List<PrimeMessages.Position> ours;
        try {
            ours = positions.stream().filter(position -> isOf(portfolio, position)).toList();
        } catch (UnreadableException e) {
            return new Fetched.Failed<>(String.valueOf(e.getMessage()));
        }
        return ours.isEmpty() && !positions.isEmpty()
                ? new Fetched.Failed<>("none of its positions is of our portfolio")
                : PrimePages.mapped(new Fetched.Whole<>(ours, at), PrimeMapping::holding);
    }

    private static boolean isOf(String portfolio, PrimeMessages.Position position) {
        PrimeMessages.PositionReference reference = position.positionReference();
        @Nullable String type = reference == null ? null : reference.type();
        return switch (type) {
            case "PORTFOLIO" -> reference != null && portfolio.equals(reference.id());
            case "ENTITY" -> false;
            case null, default ->
                    throw new UnreadableException("unknown position reference: " + type, null);
        };
    }
}
