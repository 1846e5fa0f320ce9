package dev.primegate.alert;

import dev.primegate.order.Digest;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something a person must hear, or need no longer hear. It is written in the transaction of its
 * cause.
 *
 * @param id unique, and the same when the same cause is seen again
 * @param rule what kind of thing, such as {@code order-unknown}; names the runbook
 * @param dedupKey what it is about: the router tells of each key once until it is resolved
 * @param summary one line for a screen at night
 */
public record Alert(
        String id,
        Action action,
        String rule,
        String dedupKey,
        Severity severity,
        String summary,
        Instant at,
        SortedMap<String, String> details) {
    /** Whether trouble begins or ends. */
    public enum Action {
        TRIGGER,
        RESOLVE
    }

    public Alert {
        details = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /**
     * Says that {@code rule} holds for {@code scope}.
     *
     * @param scope what the rule is about: an order, a broker; makes the dedup key
     * @param cause what tells two occurrences apart; makes the id
     */
    public static Alert trigger(
            String rule,
            String scope,
            String cause,
            Severity severity,
            String summary,
            Instant at,
            Map<String, String> details) {
        return of(Action.TRIGGER, rule, scope, cause, severity, summary, at, details);
    }

    /** Says that {@code rule} no longer holds for {@code scope}. */
    public static Alert resolve(
            String rule, String scope, String cause, String summary, Instant at) {
        return of(Action.RESOLVE, rule, scope, cause, Severity.INFO, summary, at, Map.of());
    }

    /** The same alert, told louder and in other words. */
    public Alert louder(Severity louder, String words) {
        return new Alert(id, action, rule, dedupKey, louder, words, at, details);
    }

    private static Alert of(
            Action action,
            String rule,
            String scope,
            String cause,
            Severity severity,
            String summary,
            Instant at,
            Map<String, String> details) {
        String id = Digest.hex(action.name(), rule, scope, cause).substring(0, 32);
        return new Alert(
                id,
                action,
                rule,
                rule + ":" + scope,
                severity,
                summary,
                at,
                new TreeMap<>(details));
    }
}
