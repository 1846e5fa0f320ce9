package dev.primegate.breaks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run changes in the breaks that are known of its scope. The same run again changes nothing.
 *
 * @param dropped how many findings were too many to keep; then nothing counts as gone
 */
public record Changes(List<BreakMove.Moved> moves, int dropped) {
    /** More than this is one trouble and not many: the gravest are kept, the rest counted. */
    public static final int MOST = 5_000;

    private static final Comparator<Finding> GRAVEST_FIRST =
            Comparator.comparing(Finding::gravity)
                    .reversed()
                    .thenComparing(f -> f.atStake().amount(), Comparator.reverseOrder())
                    .thenComparing(Finding::key)
                    .thenComparing(f -> f.cause().code());

    /** Compares {@code findings} with {@code known}, which are all breaks of the run's scope. */
    public static Changes of(Run run, List<Break> known, List<Finding> findings) {
        Map<BreakId, Break> left = new TreeMap<>();
        known.forEach(one -> left.put(one.id(), one));
        List<BreakMove.Moved> moves = new ArrayList<>();
        Map<BreakId, Finding> kept = new TreeMap<>();
        findings.stream()
                .sorted(GRAVEST_FIRST)
                .limit(MOST)
                .forEach(finding -> kept.putIfAbsent(BreakId.of(run.scope(), finding), finding));
        kept.forEach((id, finding) ->
                found(run, finding, Optional.ofNullable(left.remove(id))).ifPresent(moves::add));
        int dropped = Math.max(0, findings.size() - MOST);
        if (dropped == 0) {
            left.values().stream()
                    .flatMap(gone -> gone.notFound(run.id(), run.asOf()).stream())
                    .forEach(moves::add);
        }
        return new Changes(List.copyOf(moves), dropped);
    }

    /** What the scope's breaks are then, and what {@link BreakLog#record} answers. */
    public Recorded.Done after(List<Break> known) {
        Map<BreakId, Break> live = new TreeMap<>();
        known.forEach(one -> live.put(one.id(), one));
        moves.forEach(move -> live.put(move.now().id(), move.now()));
        live.values().removeIf(one -> one.state().isClosed());
        int closed = (int) moves.stream().filter(m -> m.now().state().isClosed()).count();
        int opened = (int) moves.stream().filter(BreakMove.Moved::opens).count();
        return new Recorded.Done(opened, closed, List.copyOf(live.values()), dropped);
    }

    private static Optional<BreakMove.Moved> found(
            Run run, Finding finding, Optional<Break> known) {
        if (known.isPresent()) {
            return known.get().foundAgain(finding, run.asOf());
        }
        Break open = Break.open(run.scope(), finding, run.asOf());
        return Optional.of(
                new BreakMove.Moved(
                        open,
                        new BreakNote(
                                run.asOf(),
                                "reconcile",
                                BreakNote.FOUND,
                                1,
                                finding.cause().action())));
    }
}
