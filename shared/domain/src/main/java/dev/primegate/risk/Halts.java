package dev.primegate.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The switch that stops trading, scope by scope. It is kept with the headroom it guards, and is
 * read by the transaction that admits an order: if it cannot be read, nothing is admitted.
 */
public interface Halts {
    /** For how long a resume that somebody asked for can be approved. */
    Duration APPROVABLE = Duration.ofMinutes(15);

    /**
     * Halts. When this returns, no later intent that it forbids commits; an account that is seen
     * for the first time is born halted. Given again it completes what a crash left undone. It
     * never loosens: of two halts of one scope the stricter stands. It voids a resume that waits.
     */
    void halt(Halt halt);

    /**
     * Lifts this scope's own halt and no other, when a second person asks for it within {@link
     * #APPROVABLE}. Of a scope that is not halted it only completes what a crash left undone.
     */
    Resumption resume(HaltScope scope, String by, String reason);

    /** Every scope that was ever halted. */
    List<HaltCase> cases();

    /** The latest steps that were taken, latest first. */
    List<HaltNote> notes(int limit);

    /** Ends the sweep of the halt that was given at {@code haltedAt}, unless there was another. */
    void swept(HaltScope scope, Instant haltedAt);

    /** Completes halts and resumes that a crash left half done. */
    void complete();

    default Set<HaltScope> halted() {
        return cases().stream()
                .filter(c -> c.state() == TradingState.HALTED)
                .map(HaltCase::scope)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Lets no software below {@code release} admit an order any more: when this returns, none can.
     * It is only ever raised; a lower one changes nothing. Orders that are under way stay.
     */
    void retireBefore(long release);
}
