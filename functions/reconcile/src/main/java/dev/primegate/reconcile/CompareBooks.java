package dev.primegate.reconcile;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Compares brokers' books with ours, and reports what came of it. */
@Singleton
class CompareBooks implements BookJobs {
    private final TradeJobs trades;
    private final ComparePositions positions;
    private final CompareCash cash;
    private final WatchDrift drift;
    private final CompareChain chain;
    private final RehearseBreaks rehearsal;
    private final KeepCloses closes;
    private final WriteReports reports;
    private final CountBreaks breaks;

    CompareBooks(
            TradeJobs trades,
            ComparePositions positions,
            CompareCash cash,
            WatchDrift drift,
            CompareChain chain,
            RehearseBreaks rehearsal,
            KeepCloses closes,
            WriteReports reports,
            CountBreaks breaks) {
        this.trades = trades;
        this.positions = positions;
        this.cash = cash;
        this.drift = drift;
        this.chain = chain;
        this.rehearsal = rehearsal;
        this.closes = closes;
        this.reports = reports;
        this.breaks = breaks;
    }

    @Override
    public Tally trades(Optional<Slice> slice, Instant deadline) {
        return trades.run(slice, deadline);
    }

    @Override
    public Tally positions(Instant deadline) {
        return positions.compare(deadline).plus(cash.compare(deadline));
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
    public Tally rehearsal(Instant deadline) {
        return rehearsal.rehearse(deadline);
    }

    /** Prices first: what a day ended with can be asked for only now. */
    @Override
    public Tally reports(Instant deadline) {
        closes.keep();
        return reports.write(deadline);
    }

    @Override
    public void count() {
        breaks.count();
    }
}
