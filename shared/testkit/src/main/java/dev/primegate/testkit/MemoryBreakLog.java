package dev.primegate.testkit;

import dev.primegate.alert.Alert;
import dev.primegate.alert.BreakAlerts;
import dev.primegate.breaks.Break;
import dev.primegate.breaks.BreakId;
import dev.primegate.breaks.BreakLog;
import dev.primegate.breaks.BreakMove;
import dev.primegate.breaks.BreakNote;
import dev.primegate.breaks.BreakStep;
import dev.primegate.breaks.Changes;
import dev.primegate.breaks.Finding;
import dev.primegate.breaks.Recorded;
import dev.primegate.breaks.Run;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Breaks in memory. */
public final class MemoryBreakLog implements BreakLog {
    private final Map<BreakId, Break> breaks = new TreeMap<>();
    private final Map<BreakId, List<BreakNote>> notes = new HashMap<>();
    private final Map<String, Run> newest = new HashMap<>();
    private final Set<String> alerted = new TreeSet<>();
    private final Map<String, Alert> alerts = new TreeMap<>();

    @Override
    public synchronized Recorded record(Run run, List<Finding> findings) {
        String scope = run.scope().digest();
        Run last = newest.getOrDefault(scope, run);
        if (run.asOf().isBefore(last.asOf())) {
            return new Recorded.Stale(last.asOf());
        }
        newest.put(scope, run);
        List<Break> known =
                breaks.values().stream().filter(b -> b.id().scope().equals(scope)).toList();
        Changes changes = Changes.of(run, known, findings);
        changes.moves().forEach(this::write);
        Recorded.Done done = changes.after(known);
        BreakAlerts.of(run, done).ifPresent(alert -> tell(scope, alert));
        return done;
    }

    @Override
    public synchronized Optional<Break> find(BreakId id) {
        return Optional.ofNullable(breaks.get(id));
    }

    @Override
    public synchronized List<Break> list(Tenant tenant, Account account, Query query) {
        return breaks.values().stream()
                .filter(b -> b.scope().tenant().equals(tenant))
                .filter(b -> b.scope().account().equals(account))
                .filter(b -> b.state().isClosed() == query.closed())
                .sorted(Comparator.comparing(Break::opened).thenComparing(Break::id).reversed())
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized List<BreakNote> notes(BreakId id) {
        return List.copyOf(notes.getOrDefault(id, List.of()));
    }

    @Override
    public synchronized BreakMove apply(BreakId id, BreakStep step) {
        BreakMove move =
                find(id).orElseThrow(() -> new IllegalArgumentException("there is no break " + id))
                        .apply(step);
        if (move instanceof BreakMove.Moved moved) {
            write(moved);
        }
        return move;
    }

    /** Every alert that was raised, by id. */
    public synchronized List<Alert> alerts() {
        return List.copyOf(alerts.values());
    }

    private void write(BreakMove.Moved move) {
        breaks.put(move.now().id(), move.now());
        notes.computeIfAbsent(move.now().id(), _ -> new ArrayList<>()).add(move.note());
    }

    private void tell(String scope, Alert alert) {
        boolean changes =
                alert.action() == Alert.Action.TRIGGER ? alerted.add(scope) : alerted.remove(scope);
        if (changes || alert.action() == Alert.Action.TRIGGER) {
            alerts.put(alert.id(), alert);
        }
    }
}
