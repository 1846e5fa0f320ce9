package dev.primegate.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is remembered of each trouble, so that the same thing is told once. */
public interface Incidents {
    /**
     * Notes that {@code alert} came up; noting it again changes nothing.
     *
     * @return when each alert of its dedup key came up that is at most {@code around} before or
     *     after it, it included; earliest first
     */
    List<Instant> note(Alert alert, Duration around);

    /** Whether somebody was paged for this dedup key and not yet told that it is over. */
    boolean isOpen(String dedupKey);

    void open(String dedupKey, Instant at);

    void close(String dedupKey);

    /** Whether {@code destination} was told of the alert. */
    boolean wasTold(Alert alert, String destination);

    void told(Alert alert, String destination);
}
