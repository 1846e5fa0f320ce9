package dev.primegate.alert.routing;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import java.time.Instant;

/**
 * One trouble within an incident, as its newest alert left it.
 *
 * @param dedupKey what it is about
 * @param count how often it was said
 * @param lastId the newest alert's id, which orders alerts of one moment
 */
public record Member(
        String dedupKey,
        Labels labels,
        Severity severity,
        String summary,
        boolean firing,
        Instant since,
        Instant lastAt,
        String lastId,
        long count) {

    static Member first(Alert alert) {
        return new Member(
                alert.dedupKey(),
                Labels.of(alert),
                alert.severity(),
                alert.summary(),
                alert.action() == Alert.Action.TRIGGER,
                alert.at(),
                alert.at(),
                alert.id(),
                1);
    }

    Member ended() {
        return new Member(dedupKey, labels, severity, summary, false, since, lastAt, lastId, count);
    }

    /** Whether {@code alert} tells something newer than what is known. */
    boolean isOlderThan(Alert alert) {
        int byTime = lastAt.compareTo(alert.at());
        return byTime < 0 || (byTime == 0 && lastId.compareTo(alert.id()) < 0);
    }

    /** As it is after {@code alert}, which is newer. */
    Member after(Alert alert) {
        boolean now = alert.action() == Alert.Action.TRIGGER;
        return new Member(
                dedupKey,
                now ? Labels.of(alert) : labels,
                now ? alert.severity() : severity,
                now ? alert.summary() : summary,
                now,
                now && !firing ? alert.at() : since,
                alert.at(),
                alert.id(),
                now && !firing ? 1 : count + (now ? 1 : 0));
    }
}
