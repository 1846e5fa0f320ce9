package dev.primegate.router;

import dev.primegate.runtime.Busy;
import java.time.Duration;

/** A destination was not told, and may be told in a moment. */
final class BusyException extends NotToldException implements Busy {
    private static final long serialVersionUID = 1;

    private final Duration after;

    /**
     * As {@link NotToldException}.
     *
     * @param after how long it asks to be left alone; zero if it does not say
     */
    BusyException(String destination, String why, Duration after) {
        super(destination, why);
        this.after = after;
    }

    @Override
    public Duration after() {
        return after;
    }
}
