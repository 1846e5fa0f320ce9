package dev.primegate.testkit;

import dev.primegate.alert.Alert;
import dev.primegate.alert.HaltAlerts;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltCase;
import dev.primegate.risk.HaltNote;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import dev.primegate.risk.Resumption;
import dev.primegate.risk.TradingState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Halts as two sets of scopes. Whoever admits holds this object's lock until it is written. */
final class MemoryHalts implements Halts {
    private final Map<TradingState, Set<HaltScope>> standing = new EnumMap<>(TradingState.class);
    private final Map<HaltScope, HaltCase> cases = new TreeMap<>();
    private final List<HaltNote> notes = new ArrayList<>();
    private final Map<String, Alert> alerts;
    private final MemoryTrails trails;
    private final Clock clock;
    private long leastRelease;

    MemoryHalts(Map<String, Alert> alerts, MemoryTrails trails, Clock clock) {
        this.alerts = alerts;
        this.trails = trails;
        this.clock = clock;
        standing.put(TradingState.HALTED, new TreeSet<>());
        standing.put(TradingState.REDUCING, new TreeSet<>());
    }

    synchronized boolean stands(HaltScope scope, TradingState state) {
        return scopes(state).contains(scope);
    }

    /** Halts without telling: who calls tells more. */
    synchronized void give(Halt halt, Instant at) {
        scopes(halt.state()).add(halt.scope());
        Optional<HaltCase> before = Optional.ofNullable(cases.get(halt.scope()));
        Optional<Instant> sweep =
                halt.sweepUntil().or(() -> before.flatMap(c -> c.last().sweepUntil()));
        Halt last = new Halt(halt.scope(), halt.state(), halt.by(), halt.reason(), sweep);
        cases.put(
                halt.scope(),
                new HaltCase(
                        halt.scope(),
                        stateOf(halt.scope()),
                        last,
                        at,
                        Optional.empty(),
                        before.flatMap(HaltCase::resumedAt)));
        notes.add(
                new HaltNote(
                        at,
                        halt.scope(),
                        HaltNote.Step.of(halt.state()),
                        halt.by(),
                        halt.reason()));
    }

    @Override
    public synchronized void halt(Halt halt) {
        Instant now = clock.instant();
        give(halt, now);
        trails.write(notes.getLast().act());
        tell(HaltAlerts.halted(halt, now));
    }

    @Override
    public synchronized Resumption resume(HaltScope scope, String by, String reason) {
        HaltCase now = cases.get(scope);
        if (now == null || now.state() == TradingState.ACTIVE) {
            return new Resumption.Resumed();
        }
        Instant time = clock.instant();
        Optional<HaltCase.Asked> asked = now.asked().filter(a -> a.until().isAfter(time));
        if (asked.isEmpty()) {
            HaltCase.Asked mine = new HaltCase.Asked(by, reason, time.plus(APPROVABLE));
            replace(now, Optional.of(mine), now.resumedAt());
            note(new HaltNote(time, scope, HaltNote.Step.RESUME_ASKED, by, reason));
            return new Resumption.Asked(mine.until());
        }
        if (asked.get().by().equals(by)) {
            return new Resumption.SecondPersonNeeded(by, asked.get().until());
        }
        standing.values().forEach(scopes -> scopes.remove(scope));
        replace(now, Optional.empty(), Optional.of(time));
        note(new HaltNote(time, scope, HaltNote.Step.RESUMED, by, reason));
        tell(HaltAlerts.resumed(scope, by, time));
        return new Resumption.Resumed();
    }

    @Override
    public synchronized List<HaltCase> cases() {
        return List.copyOf(cases.values());
    }

    @Override
    public synchronized List<HaltNote> notes(int limit) {
        return notes.reversed().stream().limit(limit).toList();
    }

    @Override
    public synchronized void swept(HaltScope scope, Instant haltedAt) {
        cases.computeIfPresent(
                scope,
                (_, c) ->
                        c.at().equals(haltedAt)
                                ? new HaltCase(
                                        scope,
                                        c.state(),
                                        new Halt(
                                                scope,
                                                c.last().state(),
                                                c.last().by(),
                                                c.last().reason(),
                                                Optional.empty()),
                                        c.at(),
                                        c.asked(),
                                        c.resumedAt())
                                : c);
    }

    @Override
    public void complete() {
        // Nothing here is ever half done.
    }

    @Override
    public synchronized void retireBefore(long release) {
        leastRelease = Math.max(leastRelease, release);
    }

    synchronized long leastRelease() {
        return leastRelease;
    }

    private void replace(
            HaltCase before, Optional<HaltCase.Asked> asked, Optional<Instant> resumedAt) {
        cases.put(
                before.scope(),
                new HaltCase(
                        before.scope(),
                        stateOf(before.scope()),
                        before.last(),
                        before.at(),
                        asked,
                        resumedAt));
    }

    private void note(HaltNote note) {
        notes.add(note);
        trails.write(note.act());
    }

    private TradingState stateOf(HaltScope scope) {
        if (stands(scope, TradingState.HALTED)) {
            return TradingState.HALTED;
        }
        return stands(scope, TradingState.REDUCING) ? TradingState.REDUCING : TradingState.ACTIVE;
    }

    private Set<HaltScope> scopes(TradingState state) {
        return standing.getOrDefault(state, Set.of());
    }

    private void tell(Alert alert) {
        alerts.put(alert.id(), alert);
    }
}
