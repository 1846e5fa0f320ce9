package dev.primegate.reconcile;

import jakarta.inject.Singleton;
import java.time.Instant;

/** Compares brokers' books with ours. */
@Singleton
class CompareBooks implements BookJobs {
    private final CompareTrades trades;
    private final ComparePositions positions;
    private final WatchDrift drift;
    private final CompareChain chain;
    private final CountBreaks breaks;

    CompareBooks(
            CompareTrades trades,
            ComparePositions positions,
            WatchDrift drift,
            CompareChain chain,
            CountBreaks breaks) {
        this.trades = trades;
        this.positions = positions;
        this.drift = drift;
        this.chain = chain;
        this.breaks = breaks;
    }

    @Override
    public Tally trades(Instant deadline) {
        return trades.compare(deadline);
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

    @Override
    public void count() {
        breaks.count();
    }
}
