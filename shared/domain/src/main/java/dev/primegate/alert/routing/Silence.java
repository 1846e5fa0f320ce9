package dev.primegate.alert.routing;

import java.time.Instant;
import java.util.List;

/**
 * Somebody's wish not to be told for a while.
 *
 * @param match which alerts; at least one, so that not all are silent by a slip
 * @param until when it ends by itself
 */
public record Silence(
        String id, List<Matcher> match, String author, String reason, Instant from, Instant until) {
    /**
     * Checks what a silence must have.
     *
     * @throws IllegalArgumentException if it has no matcher, author, reason or end
     */
    public Silence {
        match = List.copyOf(match);
        if (match.isEmpty() || author.isBlank() || reason.isBlank() || !from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "a silence needs a matcher, an author, a reason and an end after its beginning");
        }
    }

    /** Over from {@code at} on; if that is before it began, it began just before. */
    public Silence lifted(Instant at) {
        Instant began = from.isBefore(at) ? from : at.minusNanos(1);
        return new Silence(id, match, author, reason, began, at);
    }

    public boolean isActive(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    boolean mutes(Labels labels, Instant at) {
        return isActive(at) && Matcher.all(match, labels);
    }
}
