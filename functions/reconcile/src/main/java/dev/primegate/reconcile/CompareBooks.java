package dev.primegate.reconcile;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Compares brokers' books with ours. */
@Singleton
class CompareBooks implements BookJobs {
    private final CompareTrades trades;
    private final ComparePositions positions;
    private final WatchDrift drift;
    private final CompareChain chain;

    CompareBooks(
            CompareTrades trades,
            ComparePositions positions,
            WatchDrift drift,
            CompareChain chain) {
        this.trades = trades;
        this.positions = positions;
        this.drift = drift;
        this.chain = chain;
    }

    @Override
    public Tally trades(Optional<Slice> slice, Instant deadline) {
        return trades.compare(slice, deadline);
    }

    @Override
    public Tally positions(Instant deadline) {
        return positions.compare(deadline);
    }

    @Override
    public Tally drift(Instant deadline) {
        return drift.watch(deadline);
    }

    @Override
    public Tally chain(Instant deadline) {
        return chain.compare(deadline);
    }
}
