package dev.primegate.alert.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the alerts of a route are told.
 *
 * @param channels who is told
 * @param fallback who is told too as soon as one of those cannot be reached
 * @param groupBy the labels that make alerts one incident
 * @param groupWait how long an incident may gather before it is told
 * @param groupInterval how long after a telling its changes are told
 * @param repeat how long after a telling it is told again, unless somebody has it in hand
 * @param digest if there, nothing is told but then
 * @param escalation who is told when nobody takes it in hand
 * @param endAfter how long after its last alert what has no end of its own is over
 * @param hours if there, it is told in them only; its end is told at any hour
 */
public record Policy(
        List<String> channels,
        List<String> fallback,
        List<String> groupBy,
        Duration groupWait,
        Duration groupInterval,
        Optional<Duration> repeat,
        Optional<DailyTime> digest,
        Optional<Escalation> escalation,
        Optional<Duration> endAfter,
        Optional<Window> hours) {

    /** Tells others when nobody has acknowledged after a while. */
    public record Escalation(Duration after, List<String> channels) {
        public Escalation {
            channels = List.copyOf(channels);
        }
    }

    public Policy {
        channels = List.copyOf(channels);
        fallback = List.copyOf(fallback);
        groupBy = List.copyOf(groupBy);
    }

    /** When what began then is told first. */
    Instant first(Instant since) {
        return digest.map(daily -> daily.after(since)).orElse(since.plus(groupWait));
    }

    /** When what changed is told, the last telling having been then. */
    Instant next(Instant told) {
        return digest.map(daily -> daily.after(told)).orElse(told.plus(groupInterval));
    }

    boolean isOpen(Instant at) {
        return hours.map(window -> window.contains(at)).orElse(true);
    }
}
