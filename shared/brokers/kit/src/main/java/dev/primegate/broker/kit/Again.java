package dev.primegate.broker.kit;

import dev.primegate.runtime.Squares;
import io.smallrye.faulttolerance.api.CustomBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Makes a call, and three times more while there is hope: after 1, 4 and 9 s, give or take a fifth
 * of a second. Nothing above or below it tries again, so these four are all.
 */
@ApplicationScoped
public class Again {
    /** After this no further attempt is begun: an API waits for no more than twice as long. */
    static final int LONGEST_SECONDS = 15;

    /** Made by hand, without its interceptor, it calls once. */
    public Again() {}

    /**
     * Returns what {@code attempt} does.
     *
     * @throws InterruptedException from its interceptor, in the wait between two attempts
     */
    @Retry(
            maxRetries = 3,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            jitter = Squares.JITTER_MILLIS,
            maxDuration = LONGEST_SECONDS,
            durationUnit = ChronoUnit.SECONDS,
            retryOn = UnansweredException.class)
    @CustomBackoff(Squares.class)
    Answer call(Supplier<Answer> attempt) throws InterruptedException {
        return attempt.get();
    }
}
