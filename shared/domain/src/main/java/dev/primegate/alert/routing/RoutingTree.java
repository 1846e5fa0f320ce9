package dev.primegate.alert.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Who is told of what: a tree of routes, and what keeps what quiet. */
public record RoutingTree(Route root, List<Inhibition> inhibitions) {
    public RoutingTree {
        inhibitions = List.copyOf(inhibitions);
    }

    /**
     * Where {@code labels} belong: at least one route, for the root takes what nobody else does.
     */
    public List<Route> routes(Labels labels) {
        List<Route> meant = root.meant(labels);
        return meant.isEmpty() ? List.of(root) : meant;
    }

    /** The route of that name; the root if the tree was changed since and has none. */
    public Route named(String name) {
        return below(root).filter(route -> route.name().equals(name)).findFirst().orElse(root);
    }

    /** Every channel that some route speaks of. */
    public Stream<String> channels() {
        return below(root)
                .map(Route::policy)
                .flatMap(policy ->
                        Stream.of(
                                        policy.channels(),
                                        policy.fallback(),
                                        policy.escalation()
                                                .map(Policy.Escalation::channels)
                                                .orElse(List.of()))
                                .flatMap(List::stream))
                .distinct();
    }

    /**
     * Whether {@code incident} is not told now; its end is told all the same.
     *
     * @param open everything that is wrong now
     */
    public boolean mutes(
            Incident incident,
            Collection<Incident> open,
            Collection<Silence> silences,
            Instant at) {
        List<Labels> causes =
                open.stream().flatMap(one -> one.firing().map(Member::labels)).toList();
        return incident.firing().findAny().isPresent()
                && incident.firing()
                        .allMatch(member -> isMuted(member.labels(), causes, silences, at));
    }

    /** Whether an alert with these labels would not be told. */
    public boolean isMuted(
            Labels labels, Collection<Labels> causes, Collection<Silence> silences, Instant at) {
        return silences.stream().anyMatch(silence -> silence.mutes(labels, at))
                || inhibitions.stream()
                        .anyMatch(
                                one -> causes.stream().anyMatch(cause -> one.mutes(cause, labels)));
    }

    private static Stream<Route> below(Route route) {
        return Stream.concat(Stream.of(route), route.routes().stream().flatMap(RoutingTree::below));
    }
}
