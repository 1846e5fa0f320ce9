package dev.primegate.runtime;

import dev.primegate.instrument.SymbolMaster;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;

/** The world as it is; tests bring their own. */
class Surroundings {
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @DefaultBean
    Ids ids() {
        // Made here, at run time: a generator baked into a native image would repeat itself.
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }

    @Produces
    @Singleton
    @DefaultBean
    SymbolMaster symbols() {
        return SymbolMaster.standard();
    }

    @Produces
    @Singleton
    @DefaultBean
    Pause pause() {
        return length -> LockSupport.parkNanos(length.toNanos());
    }

    @Produces
    @Singleton
    @DefaultBean
    Background background() {
        return task -> Thread.ofVirtual().name("background").start(task);
    }
}
