package dev.primegate.broker.kit;

import dev.primegate.runtime.Busy;
import java.time.Duration;

/** A call came to nothing, and may come to something in a moment. */
final class UnansweredException extends RuntimeException implements Busy {
    private static final long serialVersionUID = 1;

    private final transient Answer answer;
    private final Duration after;

    UnansweredException(Answer answer, Duration after) {
        super(answer.getClass().getSimpleName(), null, false, false);
        this.answer = answer;
        this.after = after;
    }

    Answer answer() {
        return answer;
    }

    @Override
    public Duration after() {
        return after;
    }
}
