package dev.primegate.broker.alpacabroker;

import dev.primegate.alert.AlertLog;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.MemoryBrokerHealth;
import dev.primegate.testkit.MemoryFeedLeases;
import dev.primegate.testkit.MemoryRateBudget;
import dev.primegate.testkit.MemoryTokens;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the adapter needs of a store, in memory. */
class TestStore {
    @Produces
    @Singleton
    MemoryRateBudget budget(Clock clock) {
        return new MemoryRateBudget(clock);
    }

    @Produces
    @Singleton
    MemoryBrokerHealth health(Clock clock) {
        return new MemoryBrokerHealth(clock);
    }

    @Produces
    @Singleton
    MemoryTokens tokens(Clock clock) {
        return new MemoryTokens(clock);
    }

    @Produces
    @Singleton
    MemoryFeedLeases leases(Clock clock) {
        return new MemoryFeedLeases(clock);
    }

    @Produces
    @Singleton
    AlertLog alerts(Clock clock) {
        return new MemoryBooks(clock);
    }
}
