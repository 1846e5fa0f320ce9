package dev.primegate.router;

import dev.primegate.alert.routing.Due;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.Member;
import dev.primegate.alert.routing.Telling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a channel is told. What templates read of it is public.
 *
 * @param name which of several of its kind; empty if there is one
 */
record Notice(Due due, Incident incident, String channel, String name) {
    static Notice of(Due due, Incident incident, String channel) {
        int colon = channel.indexOf(':');
        return new Notice(due, incident, channel, colon < 0 ? "" : channel.substring(colon + 1));
    }

    /** The name of the secret's field that is meant: {@code url}, or {@code url.name}. */
    String field(String base) {
        return name.isEmpty() ? base : base + "." + name;
    }

    Optional<String> reference() {
        return Optional.ofNullable(incident.tellings().get(channel)).flatMap(Telling::reference);
    }

    /** The channels that could not be told of it. */
    List<String> unreached() {
        List<String> unreached = new ArrayList<>();
        incident.tellings()
                .forEach((other, telling) -> {
                    if (telling.failures() > 0 && !other.equals(channel)) {
                        unreached.add(other);
                    }
                });
        return unreached;
    }

    /** What the incident is about, loudest and then newest first. */
    public List<Member> members() {
        Comparator<Member> order =
                Comparator.comparing((Member member) -> !member.firing())
                        .thenComparing(Member::severity)
                        .thenComparing(Member::lastAt, Comparator.reverseOrder());
        return incident.sample().values().stream().sorted(order).toList();
    }

    /** One line for a screen at night. */
    public String summary() {
        List<Member> members = members();
        if (members.isEmpty()) {
            return incident.key();
        }
        Member first = members.getFirst();
        long more = incident.firingCount() - 1;
        if (more > 0) {
            return "%s (and %d more)".formatted(first.summary(), more);
        }
        return first.count() > 1
                ? "%d times, the last: %s".formatted(first.count(), first.summary())
                : first.summary();
    }
}
