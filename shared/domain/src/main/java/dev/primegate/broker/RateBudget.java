package dev.primegate.broker;

import dev.primegate.instrument.BrokerId;
import java.time.Instant;
import java.util.List;

/**
 * How often a broker may still be called, over every function together. An installation has one
 * account at a broker, and its limits hold for all its keys.
 */
public interface RateBudget {
    /** Takes the right to make one call now; a right that is not used is lost with its window. */
    Turn take(BrokerId broker, RateLimit limit, Purpose purpose);

    /** Nobody calls {@code broker} before {@code until}; an earlier time changes nothing. */
    void pause(BrokerId broker, Instant until);

    /**
     * How many calls were taken in each second.
     *
     * @param from the first second
     * @param seconds how many, at most 600: longer they are not kept
     */
    List<Integer> used(BrokerId broker, Instant from, int seconds);
}
