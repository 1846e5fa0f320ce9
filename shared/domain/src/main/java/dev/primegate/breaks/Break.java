package dev.primegate.breaks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A difference with a history: when it came, whose it is, how it stands.
 *
 * @param version grows by one with each change
 * @param seen how new the books were that gave its figures: their time, not the run's
 * @param moved when its state last changed
 * @param returns how often it came back after it was done with
 */
public record Break(
        BreakId id,
        BreakScope scope,
        Finding finding,
        BreakState state,
        long version,
        Instant opened,
        Instant seen,
        Instant moved,
        Optional<String> owner,
        Optional<Reason> reason,
        int returns) {

    static Break open(BreakScope scope, Finding finding, Instant asOf) {
        return new Break(
                BreakId.of(scope, finding),
                scope,
                finding,
                BreakState.OPEN,
                1,
                asOf,
                asOf,
                asOf,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** How long it has been there. */
    public Duration age(Instant now) {
        return Duration.between(opened, now);
    }

    /** What {@code step} makes of it. */
    public BreakMove apply(BreakStep step) {
        return switch (step) {
            case BreakStep.Take take -> take(take);
            case BreakStep.Explain explain ->
                    state.isClosed()
                            ? refuse("explain")
                            : end(
                                    BreakState.EXPLAINED,
                                    explain.reason(),
                                    explain.evidence(),
                                    explain);
            case BreakStep.Close close ->
                    state.isClosed()
                            ? refuse("close")
                            : end(BreakState.CLOSED, close.reason(), close.evidence(), close);
            case BreakStep.Reopen reopen ->
                    state == BreakState.OPEN || state == BreakState.INVESTIGATING
                            ? refuse("reopen")
                            : moved(
                                    BreakState.OPEN,
                                    owner,
                                    Optional.empty(),
                                    note(reopen, "REOPENED", reopen.why()));
        };
    }

    /** The same difference in newer books; one that was done with is open again. */
    Optional<BreakMove.Moved> foundAgain(Finding again, Instant asOf) {
        boolean changed = !again.equals(finding);
        // Books that are no newer than the closing tell nothing that its author could not know.
        boolean back = state.isClosed() ? asOf.isAfter(moved) : isExplained() && worse(again);
        if (!back && (!changed || state.isClosed() || !asOf.isAfter(seen))) {
            return Optional.empty();
        }
        BreakNote note =
                new BreakNote(
                        asOf,
                        "reconcile",
                        back ? BreakNote.RETURNED : "CHANGED",
                        version + 1,
                        "found again in the books as of " + asOf);
        return Optional.of(
                new BreakMove.Moved(
                        new Break(
                                id,
                                scope,
                                again,
                                back ? BreakState.OPEN : state,
                                version + 1,
                                opened,
                                asOf,
                                back ? asOf : moved,
                                owner,
                                back ? Optional.empty() : reason,
                                back ? returns + 1 : returns),
                        note));
    }

    /** Newer books do not show it any more. */
    Optional<BreakMove.Moved> notFound(String run, Instant asOf) {
        if (state.isClosed() || asOf.isBefore(seen)) {
            return Optional.empty();
        }
        BreakStep.Close close =
                new BreakStep.Close("reconcile", asOf, Reason.NO_LONGER_FOUND, "run " + run);
        return Optional.of(
                moved(
                        BreakState.CLOSED,
                        owner,
                        Optional.of(Reason.NO_LONGER_FOUND),
                        note(close, "CLOSED", Reason.NO_LONGER_FOUND + ": run " + run)));
    }

    private BreakMove take(BreakStep.Take take) {
        if (state.isClosed()) {
            return refuse("take");
        }
        if (state == BreakState.INVESTIGATING && owner.filter(take.by()::equals).isPresent()) {
            return new BreakMove.Unchanged(this);
        }
        return moved(
                BreakState.INVESTIGATING,
                Optional.of(take.by()),
                Optional.empty(),
                note(take, "TAKEN", ""));
    }

    private boolean isExplained() {
        return state == BreakState.EXPLAINED;
    }

    /** More is at stake than was explained. */
    private boolean worse(Finding again) {
        return !again.atStake().asset().equals(finding.atStake().asset())
                || again.atStake().amount().compareTo(finding.atStake().amount()) > 0;
    }

    private BreakMove end(BreakState next, Reason given, String evidence, BreakStep step) {
        if (given == Reason.NO_LONGER_FOUND) {
            return new BreakMove.Refused("only a run can tell that it is no longer found");
        }
        if (evidence.isBlank()) {
            return new BreakMove.Refused("expected evidence, found none");
        }
        return moved(
                next, owner, Optional.of(given), note(step, next.name(), given + ": " + evidence));
    }

    private BreakMove.Refused refuse(String step) {
        return new BreakMove.Refused("cannot %s a break that is %s".formatted(step, state));
    }

    private BreakNote note(BreakStep step, String name, String text) {
        return new BreakNote(step.at(), step.by(), name, version + 1, text);
    }

    private BreakMove.Moved moved(
            BreakState next, Optional<String> who, Optional<Reason> why, BreakNote note) {
        return new BreakMove.Moved(
                new Break(
                        id,
                        scope,
                        finding,
                        next,
                        version + 1,
                        opened,
                        seen,
                        note.at(),
                        who,
                        why,
                        returns),
                note);
    }
}
