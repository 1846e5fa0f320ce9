package dev.primegate.alert.routing;

import dev.primegate.alert.Alert;
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
     * @return the incidents it belongs to that are open now
     * @throws IllegalStateException if others are always faster; it may be tried again
     */
    public List<Incident> take(Alert alert, Instant now) {
        List<Incident> open = new ArrayList<>();
        for (Place place : places(alert)) {
            into(place, alert, now).ifPresent(open::add);
        }
        return open;
    }

    /** Trouble goes where the tree says; its end goes wherever it is known. */
    private Set<Place> places(Alert alert) {
        Set<Place> places = new LinkedHashSet<>();
        for (String key : book.incidentsOf(alert.dedupKey())) {
            places.add(new Place(key, key.substring(0, key.indexOf('/'))));
        }
        if (alert.action() == Alert.Action.RESOLVE) {
            return places;
        }
        Labels labels = Labels.of(alert);
        Set<Place> meant = new LinkedHashSet<>();
        for (Route route : tree.routes(labels)) {
            meant.add(new Place(route.key(labels), route.name()));
        }
        return meant;
    }

    private Optional<Incident> into(Place place, Alert alert, Instant now) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Incident> found = book.find(place.key());
            Optional<Member> before = book.member(place.key(), alert.dedupKey());
            boolean old = before.isPresent() && !before.get().isOlderThan(alert);
            boolean endOfNothing = alert.action() == Alert.Action.RESOLVE && before.isEmpty();
            if (old || endOfNothing) {
                return found;
            }
            Member after = before.map(b -> b.after(alert)).orElseGet(() -> Member.first(alert));
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
