package dev.primegate.broker.kit;

import dev.primegate.broker.Purpose;
import dev.primegate.broker.Turn;
import dev.primegate.runtime.Turns;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Makes the calls to brokers: an order once, everything else again while that is harmless. */
@Singleton
public class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);

    /** How long a read or a cancel waits for a place in the rate budget. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Whoever asks for more is not waited for; the next run of the minute comes anyway. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(9);

    private final Again again;
    private final Deadline deadline;
    private final Turns turns;
    private final List<Hearing> hearings;
    private final Clock clock;

    public Courier(
            Again again, Deadline deadline, Turns turns, @All List<Hearing> hearings, Clock clock) {
        this.again = again;
        this.deadline = deadline;
        this.turns = turns;
        this.hearings = hearings;
        this.clock = clock;
    }

    /** Makes the call once, whatever comes back. The caller has its place in the rate budget. */
    public Answer once(Line line, Supplier<Response> call) {
        Instant begun = clock.instant();
        Answer answer = deadline.of(line, call);
        Instant heard = clock.instant();
        for (Hearing hearing : hearings) {
            tell(hearing, line, begun, heard, answer);
        }
        return answer;
    }

    /**
     * Makes a call that does no harm when made twice, again while there is hope; every attempt
     * takes its place in the rate budget.
     *
     * @param call signs anew each time
     * @return the last answer
     */
    public Answer patiently(Line line, Purpose purpose, Supplier<Response> call) {
        try {
            return again.call(() -> attempt(line, purpose, call));
        } catch (UnansweredException e) {
            return e.answer();
        } catch (InterruptedException e) {
            // Whoever interrupts wants the thread, and asks for it by this flag.
            Thread.currentThread().interrupt();
            throw new IllegalStateException("told to stop between two attempts", e);
        }
    }

    private Answer attempt(Line line, Purpose purpose, Supplier<Response> call) {
        Instant patience = clock.instant().plus(PATIENCE);
        return switch (turns.await(line.broker(), line.rate(), purpose, patience)) {
            case Turn.Granted _ -> judged(line, once(line, call));
            case Turn.Spent _ -> new Answer.Held("the rate budget is spent");
            case Turn.Paused(Instant until) ->
                    new Answer.Held("the broker is left alone until " + until);
        };
    }

    private static Answer judged(Line line, Answer answer) {
        Duration after =
                switch (answer) {
                    case Answer.Whole whole when whole.isThrottled() -> line.pauseAfter(whole);
                    case Answer.Whole whole -> whole.retryAfter().orElse(Duration.ZERO);
                    case Answer.Unsent _, Answer.Broken _, Answer.Held _ -> Duration.ZERO;
                };
        boolean hopeful =
                switch (answer) {
                    case Answer.Whole whole -> whole.isThrottled() || whole.isServerError();
                    case Answer.Unsent _, Answer.Broken _ -> true;
                    case Answer.Held _ -> false;
                };
        if (hopeful && after.compareTo(LONGEST_WAIT) <= 0) {
            throw new UnansweredException(answer, after);
        }
        return answer;
    }

    /** What fails here must not hide the answer: an order may have been sent. */
    private static void tell(
            Hearing hearing, Line line, Instant begun, Instant heard, Answer answer) {
        try {
            hearing.heard(line, begun, heard, answer);
        } catch (RuntimeException e) {
            LOG.errorf(e, "broker=%s event=not-heard", line.broker());
        }
    }
}
