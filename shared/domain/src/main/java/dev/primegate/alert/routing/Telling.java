package dev.primegate.alert.routing;

import java.time.Instant;
import java.util.Optional;

/**
 * What a channel knows of an incident.
 *
 * @param open whether it was told of the trouble and not yet of its end
 * @param change the change it was told last
 * @param at when it was told last
 * @param failures how often in a row it could not be reached
 * @param unanswered how many attempts since it was told last may have arrived though no answer says
 *     so, those under way included
 * @param notBefore until then somebody else is telling it, or it wants to be left alone
 * @param reference what the channel calls it: a thread
 */
public record Telling(
        boolean open,
        boolean acknowledged,
        long change,
        Instant at,
        int failures,
        int unanswered,
        Instant notBefore,
        Optional<String> reference) {
    static final Telling NONE =
            new Telling(false, false, 0, Instant.EPOCH, 0, 0, Instant.EPOCH, Optional.empty());

    /** The longest pause between attempts. */
    private static final long LONGEST_SECONDS = 300;

    /** Whether it must hear of the end: it was told of the trouble, or may have been. */
    boolean mayKnow() {
        return open || unanswered > 0;
    }

    Telling claimed(Instant until) {
        return tried(failures, unanswered + 1, until);
    }

    Telling failed(Instant now) {
        return failed(now, unanswered);
    }

    /** As {@link #failed}, and nothing arrived of what was claimed last. */
    Telling refused(Instant now) {
        return failed(now, Math.max(0, unanswered - 1));
    }

    private Telling failed(Instant now, int doubts) {
        int more = failures + 1;
        long pause = Math.min(LONGEST_SECONDS, 15L << Math.min(more, 10));
        return tried(more, doubts, now.plusSeconds(pause));
    }

    private Telling tried(int times, int doubts, Instant until) {
        return new Telling(open, acknowledged, change, at, times, doubts, until, reference);
    }

    Telling told(Due due, long upTo, Instant now, Optional<String> newReference) {
        boolean ended = due == Due.RESOLVE;
        return new Telling(
                !ended,
                !ended && (acknowledged || due == Due.ACKNOWLEDGE),
                upTo,
                now,
                0,
                0,
                Instant.EPOCH,
                ended ? Optional.empty() : newReference.or(() -> reference));
    }
}
