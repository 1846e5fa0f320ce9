package dev.primegate.ingest;

import dev.primegate.instrument.BrokerId;
import dev.primegate.runtime.Pause;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads one broker's feed for one run: connects again whenever a connection ends. */
@Singleton
class KeepFeed {
    private static final Logger LOG = Logger.getLogger(KeepFeed.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);

    /** Shorter than a lease: nobody else thinks that this run has died. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private final TakeFeed takeFeed;
    private final Shifts shifts;
    private final PumpFeed pump;
    private final Pause pause;
    private final Clock clock;

    KeepFeed(TakeFeed takeFeed, Shifts shifts, PumpFeed pump, Pause pause, Clock clock) {
        this.takeFeed = takeFeed;
        this.shifts = shifts;
        this.pump = pump;
        this.pause = pause;
        this.clock = clock;
    }

    /** Returns at {@code until}, when another takes over, or if another reads the feed already. */
    void keep(BrokerId broker, Instant until) throws InterruptedException {
        Optional<Hold> hold = takeFeed.take(broker, until);
        if (hold.isEmpty()) {
            LOG.infof("broker=%s event=feed-is-read", broker);
            return;
        }
        try {
            pumpOn(shifts.begin(hold.get()), until);
        } finally {
            hold.get().release();
        }
    }

    private void pumpOn(Shift shift, Instant until) throws InterruptedException {
        Duration rest = SHORTEST_PAUSE;
        while (clock.instant().isBefore(until) && !Thread.currentThread().isInterrupted()) {
            Instant begun = clock.instant();
            try {
                if (!shift.hold().stands()) {
                    return;
                }
                // The records are swept in time though nothing can be connected to.
                var _ = shift.tend();
                var _ = pump.pump(shift, until);
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    return; // Told to stop in the middle of a call; what it did is not booked.
                }
                LOG.errorf(e, "broker=%s event=feed-failed", shift.broker());
            }
            boolean held = begun.plus(LONGEST_PAUSE).isBefore(clock.instant());
            rest = held ? SHORTEST_PAUSE : longer(rest);
            pause.pause(rest);
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
