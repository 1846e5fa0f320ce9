package dev.primegate.router;

import dev.primegate.runtime.Pause;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One message a second to each Slack channel, as Slack asks; the next one waits its turn. */
@Singleton
class Pace {
    private static final Duration APART = Duration.ofSeconds(1);

    private final Clock clock;
    private final Pause pause;
    private final Map<String, Instant> next = new HashMap<>();

    Pace(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    void await(String channel) {
        Duration wait = Duration.between(clock.instant(), turn(channel));
        if (wait.isPositive()) {
            pause.pause(wait);
        }
    }

    private synchronized Instant turn(String channel) {
        Instant now = clock.instant();
        Instant free = next.getOrDefault(channel, now);
        Instant turn = free.isAfter(now) ? free : now;
        next.put(channel, turn.plus(APART));
        return turn;
    }
}
