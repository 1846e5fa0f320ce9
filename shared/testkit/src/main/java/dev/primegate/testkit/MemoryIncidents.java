package dev.primegate.testkit;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Incidents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was told, in memory. */
final class MemoryIncidents implements Incidents {
    private final Map<String, Alert> noted = new ConcurrentHashMap<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Override
    public List<Instant> note(Alert alert, Duration around) {
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
    public boolean isOpen(String dedupKey) {
        return open.contains(dedupKey);
    }

    @Override
    public void open(String dedupKey, Instant at) {
        open.add(dedupKey);
    }

    @Override
    public void close(String dedupKey) {
        open.remove(dedupKey);
    }

    @Override
    public boolean wasTold(Alert alert, String destination) {
        return told.contains(alert.id() + "/" + destination);
    }

    @Override
    public void told(Alert alert, String destination) {
        told.add(alert.id() + "/" + destination);
    }
}
