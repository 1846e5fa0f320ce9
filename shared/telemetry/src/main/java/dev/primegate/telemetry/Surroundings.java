package dev.primegate.telemetry;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The machine as it is; tests bring their own. */
class Surroundings {
    @Produces
    @Singleton
    @DefaultBean
    Ticks ticks() {
        return System::nanoTime;
    }
}
