package dev.primegate.reconcile;

import dev.primegate.watch.JobAsk;
import dev.primegate.watch.JobAsks;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Runs the jobs that somebody wants before their time, as the schedule would. */
@Singleton
class AskedRuns {
    private static final Logger LOG = Logger.getLogger(AskedRuns.class);

    /** Nobody waits any more, and the schedule has come round. */
    private static final Duration STALE = Duration.ofHours(1);

    private final JobAsks asks;
    private final Clock clock;

    AskedRuns(JobAsks asks, Clock clock) {
        this.asks = asks;
        this.clock = clock;
    }

    /** A run that fails, or comes to its deadline, is made again when others may take it on. */
    Tally run(Instant deadline, Function<Job.Kind, Tally> job) {
        Tally tally = Tally.NONE;
        for (JobAsk ask : asks.open()) {
            Instant now = clock.instant();
            if (!now.isBefore(ask.at().plus(STALE))) {
                LOG.warnf("job=%s by=%s at=%s event=ask-stale", ask.job(), ask.by(), ask.at());
                asks.answered(ask);
            } else if (asks.take(ask, now, deadline)) {
                LOG.infof("job=%s by=%s event=asked", ask.job(), ask.by());
                tally = tally.plus(run(ask, deadline, job));
            }
        }
        return tally;
    }

    private Tally run(JobAsk ask, Instant deadline, Function<Job.Kind, Tally> job) {
        try {
            Tally tally = job.apply(Job.Kind.valueOf(ask.job().name()));
            if (clock.instant().isBefore(deadline)) {
                asks.answered(ask);
            }
            return tally;
        } catch (RuntimeException e) {
            // What others want is run all the same.
            LOG.errorf(e, "job=%s by=%s event=asked-run-failed", ask.job(), ask.by());
            return Tally.NONE.plus(Tally.Outcome.FAILED);
        }
    }
}
