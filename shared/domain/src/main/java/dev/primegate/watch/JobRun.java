package dev.primegate.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * How a job stands.
 *
 * @param lastAt when it last ended well; before that, when it was first looked for
 */
public record JobRun(String job, Instant lastAt) {
    /** Whether it has been longer than {@code longest}. */
    public boolean isMissed(Duration longest, Instant now) {
        return !now.isBefore(lastAt.plus(longest));
    }
}
