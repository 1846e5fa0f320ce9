package dev.primegate.broker.kit;

import dev.primegate.broker.RateBudget;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** When a broker says that it is called too often, every function leaves it alone for a while. */
@Singleton
class Pauses implements Hearing {
    private static final Logger LOG = Logger.getLogger(Pauses.class);

    private final RateBudget budget;

    Pauses(RateBudget budget) {
        this.budget = budget;
    }

    @Override
    public void heard(Line line, Instant begun, Instant heard, Answer answer) {
        if (answer instanceof Answer.Whole whole && whole.isThrottled()) {
            Duration pause = line.pauseAfter(whole);
            LOG.warnf(
                    "broker=%s event=throttled pauseSeconds=%d", line.broker(), pause.toSeconds());
            budget.pause(line.broker(), heard.plus(pause));
        }
    }
}
