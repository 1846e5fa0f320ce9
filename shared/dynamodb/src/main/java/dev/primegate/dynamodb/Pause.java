package dev.primegate.dynamodb;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Waits; tests bring one that does not. */
interface Pause {
    void pause(Duration length);

    /** How the world waits, and chance for how long. */
    class Real {
        @Produces
        @Singleton
        @DefaultBean
        Pause pause() {
            return length -> LockSupport.parkNanos(length.toNanos());
        }

        @Produces
        @Singleton
        @DefaultBean
        RandomGenerator random() {
            return new SecureRandom();
        }
    }
}
