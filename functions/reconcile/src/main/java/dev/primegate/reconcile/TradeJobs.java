package dev.primegate.reconcile;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Trades, compared at once, or a part of each account's day after the other. */
@Singleton
class TradeJobs {
    private final CompareTrades whole;
    private final SiftTrades part;
    private final GatherTrades rest;

    TradeJobs(CompareTrades whole, SiftTrades part, GatherTrades rest) {
        this.whole = whole;
        this.part = part;
        this.rest = rest;
    }

    Tally run(Optional<Slice> slice, Instant deadline) {
        return slice.flatMap(of -> of.parts().map(parts -> run(of, parts, deadline)))
                .orElseGet(() -> whole.compare(slice, deadline));
    }

    private Tally run(Slice slice, Parts parts, Instant deadline) {
        return parts.part()
                .map(one -> part.sift(slice, parts, one, deadline))
                .orElseGet(() -> rest.gather(slice, parts, deadline));
    }
}
