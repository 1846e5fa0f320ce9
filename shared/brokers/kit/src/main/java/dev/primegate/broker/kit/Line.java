package dev.primegate.broker.kit;

import dev.primegate.broker.RateLimit;
import dev.primegate.instrument.BrokerId;
import java.time.Duration;

/**
 * The way to one broker.
 *
 * @param rate how often it may be called
 * @param leastPause how long it must be left alone after it answered 429, whatever it says then
 */
public record Line(BrokerId broker, RateLimit rate, Duration leastPause) {
    /** For how long nobody may call, after it answered 429. */
    Duration pauseAfter(Answer.Whole throttled) {
        Duration asked = throttled.retryAfter().orElse(Duration.ZERO);
        return asked.compareTo(leastPause) > 0 ? asked : leastPause;
    }
}
