package dev.primegate.broker.coinbaseprime;

import dev.primegate.alert.AlertLog;
import dev.primegate.risk.References;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.MemoryBrokerHealth;
import dev.primegate.testkit.MemoryRateBudget;
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
    AlertLog alerts(Clock clock) {
        return new MemoryBooks(clock);
    }

    @Produces
    @Singleton
    References references(Clock clock) {
        return new MemoryBooks(clock).references();
    }
}
