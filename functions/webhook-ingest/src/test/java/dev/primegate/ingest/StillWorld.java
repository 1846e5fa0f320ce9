package dev.primegate.ingest;

import dev.primegate.runtime.Pause;
import dev.primegate.testkit.SettableClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The surroundings of the deployed tests: a time that only waiting moves. */
class StillWorld {
    @Produces
    @Singleton
    SettableClock clock() {
        return new SettableClock(FeedRig.START);
    }

    @Produces
    @Singleton
    Pause pause(SettableClock clock) {
        return clock::advance;
    }
}
