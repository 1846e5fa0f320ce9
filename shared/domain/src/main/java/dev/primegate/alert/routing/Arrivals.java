package dev.primegate.alert.routing;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes alerts into the incidents they belong to. Whatever comes twice or late changes nothing. */
public final class Arrivals {
    /** More than any honest race has. */
    private static final int TRIES = 100;

    private final RoutingTree tree;
    private final IncidentBook book;

    public Arrivals(RoutingTree tree, IncidentBook book) {
        this.tree = tree;
        this.book = book;
    }

    /**
     * Takes {@code alert} in.
     *
     * @param severity how loud it counts
     * @return the incidents it belongs to that are open now
     * @throws IllegalStateException if others are always faster; it may be tried again
     */
    public List<Incident> take(Alert alert, Severity severity, Instant now) {
        List<Incident> open = new ArrayList<>();
        for (Place place : places(alert, severity)) {
            into(place, alert, severity, now).ifPresent(open::add);
        }
        return open;
    }

    /** Trouble goes where the tree says; its end goes wherever it is known. */
    private Set<Place> places(Alert alert, Severity severity) {
        Set<Place> places = new LinkedHashSet<>();
        for (String key : book.incidentsOf(alert.dedupKey())) {
            places.add(new Place(key, key.substring(0, key.indexOf('/'))));
        }
        if (alert.action() == Alert.Action.RESOLVE) {
            return places;
        }
        Labels labels = Labels.of(alert, severity);
        Set<Place> meant = new LinkedHashSet<>();
        for (Route route : tree.routes(labels)) {
            meant.add(new Place(route.key(labels), route.name()));
        }
        return meant;
    }

    private Optional<Incident> into(Place place, Alert alert, Severity severity, Instant now) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Incident> found = book.find(place.key());
            Optional<Member> before = book.member(place.key(), alert.dedupKey());
            boolean old = before.isPresent() && !before.get().isOlderThan(alert);
            boolean endOfNothing =
                    alert.action() == Alert.Action.RESOLVE && before.isEmpty();
            if (old || endOfNothing) {
                return found;
            }
            Member after =
                    before.map(b -> b.after(alert, severity))
                            .orElseGet(() -> Member.first(alert, severity));
            Incident incident =
                    found.orElseGet(() -> Incident.none(place.key(), place.route(), now));
            Optional<Incident> saved =
                    book.save(incident.with(before, after), Optional.of(after), now);
            if (saved.isPresent()) {
                return saved;
            }
        }
        throw new IllegalStateException("others always write first: " + place.key());
    }

    /** An incident, open or not yet. */
    private record Place(String key, String route) {}
}
