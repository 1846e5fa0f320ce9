package dev.primegate.runtime;

import java.time.Clock;
import java.time.Duration;

/** Secrets held as the functions hold them, over a store and a clock of the test's. */
public final class HeldByTests {
    private HeldByTests() {}

    /** What is refreshed beside the work is refreshed at once. */
    public static Secrets over(SecretSource store, Clock clock) {
        return new HeldSecrets(store, Duration.ofHours(24), clock, Runnable::run);
    }
}
