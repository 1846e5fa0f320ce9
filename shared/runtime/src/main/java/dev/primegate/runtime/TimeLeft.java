package dev.primegate.runtime;

import java.time.Duration;

/** How long an invocation of Lambda may still work. */
public final class TimeLeft {
    /** Nobody begins what has no time left: then no deadline was told, as by a stand-in. */
    private static final Duration UNTOLD = Duration.ofMinutes(1);

    private TimeLeft() {}

    /**
     * Until shortly before the function is stopped.
     *
     * @param millis as an invocation begins, by {@code Context.getRemainingTimeInMillis}: Quarkus
     *     cuts it to 32 bits, so that without a deadline it is any number
     * @param margin what ending takes
     */
    public static Duration of(int millis, Duration margin) {
        return millis <= 0 ? UNTOLD : Duration.ofMillis(millis).minus(margin);
    }
}
