package dev.primegate.ingest;

import dev.primegate.broker.FeedLeases;
import dev.primegate.instrument.BrokerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A run's hold on a feed. It is renewed in time, and once it slipped it is gone for good. */
final class Hold {
    private final FeedLeases leases;
    private final FeedLeases.Lease lease;
    private final Duration term;
    private final Clock clock;
    private Instant renewAt;
    private Instant heardAt;
    private boolean lost;

    Hold(FeedLeases leases, FeedLeases.Lease lease, Instant heardAt, Duration term, Clock clock) {
        this.leases = leases;
        this.lease = lease;
        this.term = term;
        this.clock = clock;
        this.renewAt = clock.instant().plus(term.dividedBy(3));
        this.heardAt = heardAt;
    }

    BrokerId broker() {
        return lease.broker();
    }

    /** Whether the feed is still ours, as far as was heard; three times in a term it is asked. */
    boolean stands() {
        Instant now = clock.instant();
        if (!lost && !now.isBefore(renewAt)) {
            lost = !leases.renew(lease, now.plus(term), heardAt);
            renewAt = now.plus(term.dividedBy(3));
        }
        return !lost;
    }

    /** Until when everything the broker executed is booked. */
    Optional<Instant> cursor() {
        return leases.find(lease.broker()).flatMap(FeedLeases.Standing::cursor);
    }

    /** Moves the cursor, if the feed is still ours. To be called when all before it is booked. */
    void commit(Instant cursor) {
        lost = lost || !leases.commit(lease, cursor);
    }

    /** The feed brought data of this time; what is older than what came before says nothing new. */
    void heard(Instant at) {
        Instant now = clock.instant();
        Instant honest = at.isBefore(now) ? at : now;
        heardAt = honest.isAfter(heardAt) ? honest : heardAt;
    }

    /** Of when the latest data is that the feed brought. */
    Instant heardAt() {
        return heardAt;
    }

    void release() {
        leases.release(lease);
    }
}
