package dev.primegate.alert.routing;

import dev.primegate.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What people are told of as one: the troubles that a route groups, and what each channel knows.
 *
 * @param key unique; the same trouble comes back under the same key
 * @param route the name of the route it belongs to
 * @param firingCount how many troubles there are now, those not in the sample included
 * @param sample some of its members, as many as a message names
 * @param change counts what is worth telling
 * @param version counts every write; below zero, none was made
 */
public record Incident(
        String key,
        String route,
        Instant since,
        long firingCount,
        SortedMap<String, Member> sample,
        SortedMap<String, Telling> tellings,
        long change,
        Optional<Acknowledgement> acknowledgement,
        long version) {
    /** As many members as are kept in the incident itself. */
    public static final int SAMPLE = 10;

    /** Somebody has it in hand. */
    public record Acknowledgement(String by, Instant at) {}

    public Incident {
        sample = Collections.unmodifiableSortedMap(new TreeMap<>(sample));
        tellings = Collections.unmodifiableSortedMap(new TreeMap<>(tellings));
    }

    /** Not written yet. Versions of one life are never those of an earlier one. */
    static Incident none(String key, String route, Instant now) {
        return new Incident(
                key,
                route,
                now,
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                0,
                Optional.empty(),
                -now.toEpochMilli());
    }

    public boolean isNew() {
        return version < 0;
    }

    public boolean isFiring() {
        return firingCount > 0;
    }

    /** Whether nobody need hear of it any more. */
    public boolean isOver() {
        return !isFiring() && tellings.values().stream().noneMatch(Telling::mayKnow);
    }

    /** The troubles of the sample that there are now. */
    public Stream<Member> firing() {
        return sample.values().stream().filter(Member::firing);
    }

    /** How loud the loudest of the sample is, or was. */
    public Severity severity() {
        Stream<Member> loud = firing().findAny().isPresent() ? firing() : sample.values().stream();
        return loud.map(Member::severity).min(Comparator.naturalOrder()).orElse(Severity.ERROR);
    }

    public Incident versioned(long next) {
        return new Incident(
                key, route, since, firingCount, sample, tellings, change, acknowledgement, next);
    }

    /** As it is when a member has become {@code now} from {@code before}. */
    Incident with(Optional<Member> before, Member now) {
        boolean fired =
                isFiring()
                        && before.map(b -> b.firing() && !b.lastAt().isBefore(since)).orElse(false);
        long count = firingCount + (now.firing() ? 1 : 0) - (fired ? 1 : 0);
        boolean louder =
                fired && before.map(b -> now.severity().compareTo(b.severity()) < 0).orElse(false);
        SortedMap<String, Member> some = new TreeMap<>(sample);
        if (now.firing() && (some.containsKey(now.dedupKey()) || some.size() < SAMPLE)) {
            some.put(now.dedupKey(), now);
        } else if (now.firing()) {
            replaceOne(some, now);
        } else {
            some.computeIfPresent(now.dedupKey(), (_, _) -> now);
        }
        boolean begins = firingCount == 0 && now.firing();
        return new Incident(
                key,
                route,
                begins || now.since().isBefore(since) ? now.since() : since,
                count,
                some,
                tellings,
                change + (fired == now.firing() && !louder ? 0 : 1),
                begins ? Optional.empty() : acknowledgement,
                version);
    }

    /** What is over makes room for what is not; so does what is quieter than the new one. */
    private static void replaceOne(SortedMap<String, Member> some, Member now) {
        some.values().stream()
                .filter(one -> !one.firing() || one.severity().compareTo(now.severity()) > 0)
                .max(
                        Comparator.comparing((Member one) -> !one.firing())
                                .thenComparing(Member::severity))
                .ifPresent(least -> {
                    some.remove(least.dedupKey());
                    some.put(now.dedupKey(), now);
                });
    }

    /**
     * Whether nothing was said of it for so long that it is over by that; what waits for its digest
     * is not.
     */
    public boolean isQuiet(Policy policy, Instant now) {
        boolean waits =
                policy.digest().isPresent() && tellings.values().stream().noneMatch(Telling::open);
        return !waits
                && policy.endAfter()
                        .map(now::minus)
                        .map(then ->
                                sample.values().stream()
                                        .allMatch(member -> member.lastAt().isBefore(then)))
                        .orElse(false);
    }

    /** Over, whatever its members say. */
    public Incident ended() {
        SortedMap<String, Member> over = new TreeMap<>();
        sample.forEach((key, member) -> over.put(key, member.ended()));
        return new Incident(
                key, route, since, 0, over, tellings, change + 1, acknowledgement, version);
    }

    public Incident acknowledged(String by, Instant at) {
        return new Incident(
                key,
                route,
                since,
                firingCount,
                sample,
                tellings,
                change,
                Optional.of(new Acknowledgement(by, at)),
                version);
    }

    /** While {@code channel} is being told nobody else tells it, unless the teller dies. */
    public Incident claimed(String channel, Instant until) {
        return telling(channel, knows(channel).claimed(until));
    }

    /** {@code channel} knows of everything up to {@code upTo}. */
    public Incident told(
            String channel, Due due, long upTo, Instant now, Optional<String> reference) {
        return telling(channel, knows(channel).told(due, upTo, now, reference));
    }

    /** {@code channel} could not be reached, or nobody knows whether it was. */
    public Incident failed(String channel, Instant now) {
        return telling(channel, knows(channel).failed(now));
    }

    /** {@code channel} heard nothing of what was claimed last. */
    public Incident refused(String channel, Instant now) {
        return telling(channel, knows(channel).refused(now));
    }

    /** What is due now, by channel. */
    public SortedMap<String, Due> due(Policy policy, boolean muted, Instant now) {
        SortedMap<String, Due> due = new TreeMap<>();
        for (String channel : channels(policy, now)) {
            Telling telling = knows(channel);
            if (!telling.notBefore().isAfter(now)) {
                next(channel, telling, policy, muted, now)
                        .ifPresent(what -> due.put(channel, what));
            }
        }
        return due;
    }

    private Optional<Due> next(
            String channel, Telling telling, Policy policy, boolean muted, Instant now) {
        if (!isFiring()) {
            boolean ripe = policy.digest().isEmpty() || !policy.next(telling.at()).isAfter(now);
            return telling.mayKnow() && ripe ? Optional.of(Due.RESOLVE) : Optional.empty();
        }
        if (telling.open() && acknowledgement.isPresent() && !telling.acknowledged()) {
            return Optional.of(Due.ACKNOWLEDGE);
        }
        if (muted || !policy.isOpen(now)) {
            return Optional.empty();
        }
        if (!telling.open()) {
            boolean ripe =
                    !policy.channels().contains(channel) || !policy.first(since).isAfter(now);
            return ripe ? Optional.of(Due.TRIGGER) : Optional.empty();
        }
        if (change > telling.change() && !policy.next(telling.at()).isAfter(now)) {
            return Optional.of(Due.UPDATE);
        }
        boolean again =
                acknowledgement.isEmpty()
                        && policy.repeat()
                                .map(repeat -> !telling.at().plus(repeat).isAfter(now))
                                .orElse(false);
        return again ? Optional.of(Due.REPEAT) : Optional.empty();
    }

    /** Whoever should be told, and whoever was, or may have been, and must hear of the end. */
    private Set<String> channels(Policy policy, Instant now) {
        Set<String> channels = new LinkedHashSet<>(policy.channels());
        if (isFiring() && policy.channels().stream().anyMatch(c -> knows(c).failures() > 0)) {
            channels.addAll(policy.fallback());
        }
        if (isFiring() && acknowledgement.isEmpty()) {
            policy.escalation()
                    .filter(escalation -> isOverdue(escalation.after(), now))
                    .ifPresent(escalation -> channels.addAll(escalation.channels()));
        }
        for (Map.Entry<String, Telling> telling : tellings.entrySet()) {
            Telling knows = telling.getValue();
            if (isFiring() ? knows.open() : knows.mayKnow()) {
                channels.add(telling.getKey());
            }
        }
        return channels;
    }

    private boolean isOverdue(Duration patience, Instant now) {
        return !since.plus(patience).isAfter(now);
    }

    private Telling knows(String channel) {
        return tellings.getOrDefault(channel, Telling.NONE);
    }

    private Incident telling(String channel, Telling telling) {
        SortedMap<String, Telling> all = new TreeMap<>(tellings);
        all.put(channel, telling);
        return new Incident(
                key, route, since, firingCount, sample, all, change, acknowledgement, version);
    }
}
