package dev.primegate.ingest;

import dev.primegate.broker.FeedLeases;
import dev.primegate.broker.FeedLeases.Lease;
import dev.primegate.broker.FeedLeases.Standing;
import dev.primegate.broker.FeedLeases.Term;
import dev.primegate.instrument.BrokerId;
import dev.primegate.runtime.Ids;
import dev.primegate.runtime.Pause;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Takes a feed, unless another run reads it and goes on. */
@Singleton
class TakeFeed {
    /** Longer than from one run's start to the next: in this time there is one to take over. */
    private static final Duration RELIEF = Duration.ofSeconds(70);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final FeedLeases leases;
    private final Ids ids;
    private final Duration term;
    private final Pause pause;
    private final Clock clock;

    TakeFeed(FeedLeases leases, Ids ids, FeedsConfig config, Pause pause, Clock clock) {
        this.leases = leases;
        this.ids = ids;
        this.term = config.lease();
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * Takes the feed of {@code broker} for a run that ends at {@code until}. Whoever holds it and
     * shows a sign of life keeps it; one that does not is waited for.
     */
    Optional<Hold> take(BrokerId broker, Instant until) {
        String holder = ids.next();
        Optional<Instant> seen = Optional.empty();
        for (Instant now = clock.instant(); now.isBefore(until); now = clock.instant()) {
            Optional<Lease> lease =
                    leases.take(broker, holder, new Term(now.plus(term), until.minus(RELIEF)));
            Optional<Standing> standing = leases.find(broker);
            if (lease.isPresent()) {
                Instant heardAt = standing.map(Standing::heardAt).orElse(now);
                return Optional.of(new Hold(leases, lease.get(), heardAt, term, clock));
            }
            Optional<Instant> lapses = standing.map(found -> found.term().until());
            if (Thread.currentThread().isInterrupted()
                    || (seen.isPresent() && !seen.equals(lapses))) {
                return Optional.empty();
            }
            seen = lapses;
            pause.pause(LOOK_AGAIN);
        }
        return Optional.empty();
    }
}
