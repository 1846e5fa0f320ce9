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
 * @param notBefore until then somebody else is telling it, or it wants to be left alone
 * @param reference what the channel calls it: a thread
 */
public record Telling(
        boolean open,
        boolean acknowledged,
        long change,
        Instant at,
        int failures,
        Instant notBefore,
        Optional<String> reference) {
    static final Telling NONE =
            new Telling(false, false, 0, Instant.EPOCH, 0, Instant.EPOCH, Optional.empty());

    /** The longest pause between attempts. */
    private static final long LONGEST_SECONDS = 300;

    Telling claimed(Instant until) {
        return new Telling(open, acknowledged, change, at, failures, until, reference);
    }

    Telling failed(Instant now) {
        int more = failures + 1;
        long pause = Math.min(LONGEST_SECONDS, 15L << Math.min(more, 10));
        return new Telling(open, acknowledged, change, at, more, now.plusSeconds(pause), reference);
    }

    Telling told(Due due, long upTo, Instant now, Optional<String> newReference) {
        boolean ended = due == Due.RESOLVE;
        return new Telling(
                !ended,
                !ended && (acknowledged || due == Due.ACKNOWLEDGE),
                upTo,
                now,
                0,
                Instant.EPOCH,
                ended ? Optional.empty() : newReference.or(() -> reference));
    }
}
