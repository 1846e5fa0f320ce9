package dev.primegate.testkit;

import dev.primegate.alert.Alert;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.alert.routing.Member;
import dev.primegate.alert.routing.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Incidents in memory. */
public final class MemoryIncidentBook implements IncidentBook {
    private final Map<String, Alert> noted = new HashMap<>();
    private final Map<String, Incident> open = new HashMap<>();
    private final TreeMap<Instant, Map<String, Incident>> ended = new TreeMap<>();
    private final Map<String, Map<String, Member>> members = new HashMap<>();
    private final Map<String, Silence> silences = new HashMap<>();

    @Override
    public synchronized Optional<Incident> find(String key) {
        return Optional.ofNullable(open.get(key));
    }

    @Override
    public synchronized List<Incident> open() {
        return open.values().stream().sorted(Comparator.comparing(Incident::since)).toList();
    }

    @Override
    public synchronized List<Incident> ended(Instant from, Instant to) {
        return ended.subMap(from, true, to, true).values().stream()
                .flatMap(at -> at.values().stream())
                .toList();
    }

    @Override
    public synchronized Optional<Member> member(String key, String dedupKey) {
        return Optional.ofNullable(members.getOrDefault(dedupKey, Map.of()).get(key));
    }

    @Override
    public synchronized List<String> incidentsOf(String dedupKey) {
        return members.getOrDefault(dedupKey, Map.of()).keySet().stream().sorted().toList();
    }

    @Override
    public synchronized Optional<Incident> save(
            Incident incident, Optional<Member> member, Instant now) {
        Optional<Incident> saved = mark(incident);
        saved.ifPresent(next -> {
            if (next.isOver()) {
                open.remove(next.key());
                ended.computeIfAbsent(now, _ -> new TreeMap<>()).put(next.key(), next);
            }
            member.ifPresent(one ->
                    members.computeIfAbsent(one.dedupKey(), _ -> new HashMap<>())
                            .put(next.key(), one));
        });
        return saved;
    }

    @Override
    public synchronized Optional<Incident> mark(Incident incident) {
        Incident there = open.get(incident.key());
        boolean unchanged =
                there == null ? incident.isNew() : there.version() == incident.version();
        if (!unchanged) {
            return Optional.empty();
        }
        Incident next = incident.versioned(Math.abs(incident.version()) + 1);
        open.put(next.key(), next);
        return Optional.of(next);
    }

    @Override
    public synchronized List<Instant> note(Alert alert, Duration around) {
        noted.putIfAbsent(alert.id(), alert);
        return noted.values().stream()
                .filter(one -> one.dedupKey().equals(alert.dedupKey()))
                .map(Alert::at)
                .filter(at -> !at.isBefore(alert.at().minus(around)))
                .filter(at -> !at.isAfter(alert.at().plus(around)))
                .sorted()
                .toList();
    }

    @Override
    public synchronized List<Silence> silences(Instant now) {
        return silences.values().stream()
                .filter(silence -> now.isBefore(silence.until()))
                .sorted(Comparator.comparing(Silence::id))
                .toList();
    }

    @Override
    public synchronized void silence(Silence silence) {
        silences.put(silence.id(), silence);
    }

    @Override
    public synchronized boolean lift(String id, Instant now) {
        Silence silence = silences.get(id);
        if (silence == null || !now.isBefore(silence.until())) {
            return false;
        }
        silences.put(id, silence.lifted(now));
        return true;
    }
}
