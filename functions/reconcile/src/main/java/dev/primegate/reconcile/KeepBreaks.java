package dev.primegate.reconcile;

import dev.primegate.breaks.BreakLog;
import dev.primegate.breaks.BreakScope;
import dev.primegate.breaks.Finding;
import dev.primegate.breaks.Recorded;
import dev.primegate.breaks.Run;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes down what a comparison found, and says what that came to. */
@Singleton
class KeepBreaks {
    private static final Logger LOG = Logger.getLogger(KeepBreaks.class);

    private final BreakLog log;

    KeepBreaks(BreakLog log) {
        this.log = log;
    }

    /**
     * Writes down all findings of a scope.
     *
     * @param id made of both books, so that the same books make the same run
     * @param asOf how new the books are, not when they were read: a break that somebody closed
     *     comes back only with newer ones
     */
    Tally.Outcome keep(BreakScope scope, String id, Instant asOf, List<Finding> findings) {
        Recorded recorded = log.record(new Run(scope, id, asOf), findings);
        LOG.infof("scope=%s event=compared breaks=%d %s", scope, findings.size(), brief(recorded));
        return switch (recorded) {
            case Recorded.Stale _ -> Tally.Outcome.AGREES;
            case Recorded.Done done when done.opened() > 0 || done.closed() > 0 ->
                    Tally.Outcome.MOVED;
            case Recorded.Done done ->
                    done.live().isEmpty() ? Tally.Outcome.AGREES : Tally.Outcome.WAITS;
        };
    }

    private static String brief(Recorded recorded) {
        return switch (recorded) {
            case Recorded.Stale(Instant newest) -> "stale=" + newest;
            case Recorded.Done done ->
                    "opened=%d closed=%d live=%d"
                            .formatted(done.opened(), done.closed(), done.live().size());
        };
    }
}
