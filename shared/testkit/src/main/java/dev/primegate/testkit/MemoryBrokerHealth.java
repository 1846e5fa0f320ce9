package dev.primegate.testkit;

import dev.primegate.broker.BrokerHealth;
import dev.primegate.instrument.BrokerId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How brokers stand, in memory. */
public final class MemoryBrokerHealth implements BrokerHealth {
    private final Map<BrokerId, Standing> standings = new HashMap<>();
    private final Clock clock;

    public MemoryBrokerHealth(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Map<BrokerId, Standing> standings(Collection<BrokerId> brokers) {
        Map<BrokerId, Standing> found = new HashMap<>();
        brokers.forEach(broker -> found.put(broker, now(broker)));
        return found;
    }

    @Override
    public synchronized boolean trip(BrokerId broker, Standing seen, Instant probeFrom) {
        return move(broker, seen, seen.next(State.DOWN, probeFrom));
    }

    @Override
    public synchronized Standing claim(BrokerId broker, Standing seen, Instant until) {
        Standing claimed = seen.next(State.HALF, until);
        return seen.isDueForProbe(clock.instant()) && move(broker, seen, claimed) ? claimed : seen;
    }

    @Override
    public synchronized boolean restore(BrokerId broker, Standing seen) {
        return move(broker, seen, seen.next(State.UP, Instant.EPOCH));
    }

    private boolean move(BrokerId broker, Standing seen, Standing next) {
        if (now(broker).generation() != seen.generation()) {
            return false;
        }
        standings.put(broker, next);
        return true;
    }

    private Standing now(BrokerId broker) {
        return standings.getOrDefault(broker, Standing.UP);
    }
}
