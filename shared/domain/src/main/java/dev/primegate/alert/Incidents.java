package dev.primegate.alert;

import java.time.Instant;

/** What is remembered of each trouble, so that the same thing is told once. */
public interface Incidents {
    /**
     * Notes that {@code alert} came up; noting it again changes nothing.
     *
     * @return how many different alerts of its dedup key are at or after {@code since}, it included
     */
    int note(Alert alert, Instant since);

    /** Whether somebody was paged for this dedup key and not yet told that it is over. */
    boolean isOpen(String dedupKey);

    void open(String dedupKey, Instant at);

    void close(String dedupKey);

    /** Whether {@code destination} was told of the alert. */
    boolean wasTold(Alert alert, String destination);

    void told(Alert alert, String destination);
}
