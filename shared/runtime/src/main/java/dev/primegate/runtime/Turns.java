package dev.primegate.runtime;

import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateBudget;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.Turn;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Waits for a broker's rate budget to have room. */
@Singleton
public class Turns {
    /** Windows are a second long, and nobody here waits for more than a few. */
    private static final int MOST_WINDOWS = 20;

    private final RateBudget budget;
    private final Clock clock;
    private final Pause pause;

    public Turns(RateBudget budget, Clock clock, Pause pause) {
        this.budget = budget;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Takes a token, from the next window if this one is spent, and so on while a window begins
     * before {@code deadline}. A pause of the broker's is not waited for.
     */
    public Turn await(BrokerId broker, RateLimit limit, Purpose purpose, Instant deadline) {
        Turn turn = budget.take(broker, limit, purpose);
        for (int window = 1; window < MOST_WINDOWS && turn instanceof Turn.Spent spent; window++) {
            if (!spent.again().isBefore(deadline)) {
                return turn;
            }
            Duration wait = Duration.between(clock.instant(), spent.again());
            pause.pause(wait.isNegative() ? Duration.ZERO : wait);
            turn = budget.take(broker, limit, purpose);
        }
        return turn;
    }
}
