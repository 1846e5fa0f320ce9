package dev.primegate.watch;

import dev.primegate.alert.routing.Incident;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The pages of a time that are over, by rule, and how many of them ended though nobody did anything
 * about what they told: a rule with many of those wakes people for nothing.
 *
 * @param rules with most idle pages first
 */
public record PageReview(Instant from, Instant to, List<OfRule> rules) {
    /** What pages, by the name that routes call it. */
    private static final String PAGER = "pagerduty";

    /**
     * The pages of one rule.
     *
     * @param pages how many incidents were told to whoever pages
     * @param acknowledged how many of them somebody took in hand
     * @param idle how many ended with nothing done, acknowledged or not
     */
    public record OfRule(String rule, long pages, long acknowledged, long idle) {
        private OfRule plus(boolean taken, boolean done) {
            return new OfRule(
                    rule, pages + 1, acknowledged + (taken ? 1 : 0), idle + (done ? 0 : 1));
        }
    }

    public PageReview {
        rules = List.copyOf(rules);
    }

    static PageReview of(
            Instant from, Instant to, Collection<Incident> ended, Predicate<Incident> acted) {
        SortedMap<String, OfRule> rules = new TreeMap<>();
        for (Incident incident : ended) {
            if (paged(incident)) {
                rules.compute(
                        rule(incident),
                        (rule, before) ->
                                (before == null ? new OfRule(rule, 0, 0, 0) : before)
                                        .plus(
                                                incident.acknowledgement().isPresent(),
                                                acted.test(incident)));
            }
        }
        return new PageReview(
                from,
                to,
                rules.values().stream()
                        .sorted(Comparator.comparingLong(OfRule::idle).reversed())
                        .toList());
    }

    public long pages() {
        return rules.stream().mapToLong(OfRule::pages).sum();
    }

    public long idle() {
        return rules.stream().mapToLong(OfRule::idle).sum();
    }

    private static boolean paged(Incident incident) {
        return incident.tellings().entrySet().stream()
                .anyMatch(one ->
                        (one.getKey().equals(PAGER) || one.getKey().startsWith(PAGER + ":"))
                                && one.getValue().at().isAfter(Instant.EPOCH));
    }

    /** All members of a page are of one rule, or else the first speaks for them. */
    private static String rule(Incident incident) {
        return incident.sample().values().stream()
                .map(member -> member.labels().get("rule"))
                .findFirst()
                .orElse(incident.route());
    }
}
