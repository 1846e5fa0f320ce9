package dev.primegate.vault;

import dev.primegate.alert.AlertLog;
import dev.primegate.testkit.MemoryRateBudget;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the surroundings need of a store, in memory. */
class TestStore {
    @Produces
    @Singleton
    MemoryRateBudget budget(Clock clock) {
        return new MemoryRateBudget(clock);
    }

    @Produces
    @Singleton
    AlertLog alerts() {
        return _ -> {};
    }
}
