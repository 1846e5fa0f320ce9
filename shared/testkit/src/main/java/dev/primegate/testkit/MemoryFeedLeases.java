package dev.primegate.testkit;

import dev.primegate.broker.FeedLeases;
import dev.primegate.instrument.BrokerId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who reads which feed, in memory. */
public final class MemoryFeedLeases implements FeedLeases {
    private final Map<BrokerId, Standing> standings = new HashMap<>();
    private final Clock clock;

    public MemoryFeedLeases(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Standing> find(BrokerId broker) {
        return Optional.ofNullable(standings.get(broker));
    }

    @Override
    public synchronized Optional<Lease> take(BrokerId broker, String holder, Term term) {
        Instant now = clock.instant();
        Optional<Standing> found = find(broker);
        if (found.isPresent() && found.get().lease().holder().equals(holder)) {
            return Optional.of(found.get().lease());
        }
        if (found.isPresent() && !found.get().isFree(now)) {
            return Optional.empty();
        }
        long number = found.map(standing -> standing.lease().number()).orElse(0L) + 1;
        Lease lease = new Lease(broker, holder, number);
        standings.put(
                broker,
                new Standing(
                        lease,
                        term,
                        found.map(Standing::heardAt).orElse(now),
                        found.flatMap(Standing::cursor)));
        return Optional.of(lease);
    }

    @Override
    public synchronized boolean renew(Lease lease, Instant until, Instant heardAt) {
        return move(
                lease,
                old ->
                        new Standing(
                                lease,
                                new Term(until, old.term().relief()),
                                heardAt,
                                old.cursor()));
    }

    @Override
    public synchronized boolean commit(Lease lease, Instant cursor) {
        return move(
                lease,
                old ->
                        old.cursor().filter(c -> !c.isBefore(cursor)).isPresent()
                                ? old
                                : new Standing(
                                        lease, old.term(), old.heardAt(), Optional.of(cursor)));
    }

    @Override
    public synchronized void release(Lease lease) {
        var _ =
                move(
                        lease,
                        old ->
                                new Standing(
                                        lease,
                                        new Term(Instant.EPOCH, old.term().relief()),
                                        old.heardAt(),
                                        old.cursor()));
    }

    private boolean move(Lease lease, UnaryOperator<Standing> change) {
        Standing now = standings.get(lease.broker());
        if (now == null || now.lease().number() != lease.number()) {
            return false;
        }
        standings.put(lease.broker(), change.apply(now));
        return true;
    }
}
