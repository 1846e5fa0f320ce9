package dev.primegate.testkit;

import dev.primegate.broker.SharedTokens;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Shared tokens in memory. */
public final class MemoryTokens implements SharedTokens {
    private final Map<String, Shelf> shelves = new HashMap<>();
    private final Clock clock;

    public MemoryTokens(Clock clock) {
        this.clock = clock;
    }

    /** Begins anew: nothing kept, nothing leased. */
    public synchronized void reset() {
        shelves.clear();
    }

    @Override
    public synchronized Shelf read(String name) {
        return shelves.getOrDefault(name, Shelf.EMPTY);
    }

    @Override
    public synchronized Optional<Shelf> claim(String name, Shelf seen, Instant until) {
        Shelf now = read(name);
        if (now.fence() != seen.fence() || now.isLeased(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(keep(name, new Shelf(now.token(), now.fence() + 1, until)));
    }

    @Override
    public synchronized boolean put(String name, Shelf claimed, Sealed token) {
        if (read(name).fence() != claimed.fence()) {
            return false;
        }
        Shelf _ = keep(name, new Shelf(Optional.of(token), claimed.fence() + 1, Instant.EPOCH));
        return true;
    }

    @Override
    public synchronized void release(String name, Shelf claimed, Instant until) {
        Shelf now = read(name);
        if (now.fence() == claimed.fence()) {
            Shelf _ = keep(name, new Shelf(now.token(), now.fence(), until));
        }
    }

    private Shelf keep(String name, Shelf shelf) {
        shelves.put(name, shelf);
        return shelf;
    }
}
