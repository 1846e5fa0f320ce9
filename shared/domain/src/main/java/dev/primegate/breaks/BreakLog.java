package dev.primegate.breaks;

import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.util.List;
import java.util.Optional;

/** Every break, and what was done with it. */
public interface BreakLog {
    /**
     * Writes down what a run found: new breaks open, those that are gone close, those that come
     * back open again. The same run again changes nothing, and completes what a crash left undone;
     * an older one is {@link Recorded.Stale}. If it opened any, an alert is raised with the run.
     */
    Recorded record(Run run, List<Finding> findings);

    Optional<Break> find(BreakId id);

    /** The account's breaks, latest opened first. */
    List<Break> list(Tenant tenant, Account account, Query query);

    /** Everything that was done with it, in order. */
    List<BreakNote> notes(BreakId id);

    /** Takes a step with a break that exists. */
    BreakMove apply(BreakId id, BreakStep step);

    /**
     * Which breaks are wanted.
     *
     * @param closed those that are closed instead of those that are not
     */
    record Query(boolean closed, int limit) {}
}
