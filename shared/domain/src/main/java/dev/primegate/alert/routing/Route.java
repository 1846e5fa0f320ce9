package dev.primegate.alert.routing;

import java.util.ArrayList;
import java.util.List;

/**
 * A node of the tree.
 *
 * @param name unique; the first part of its incidents' keys
 * @param goOn whether the siblings after it are tried too
 * @param routes tried first; if none of them matches, this one is meant
 */
public record Route(
        String name, List<Matcher> match, boolean goOn, Policy policy, List<Route> routes) {
    public Route {
        match = List.copyOf(match);
        routes = List.copyOf(routes);
    }

    /** Where {@code labels} belong below and including this node; none if it does not match. */
    List<Route> meant(Labels labels) {
        if (!Matcher.all(match, labels)) {
            return List.of();
        }
        List<Route> meant = new ArrayList<>();
        for (Route route : routes) {
            List<Route> below = route.meant(labels);
            meant.addAll(below);
            if (!below.isEmpty() && !route.goOn()) {
                break;
            }
        }
        return meant.isEmpty() ? List.of(this) : meant;
    }

    /** The key of the incident that {@code labels} belong to here. */
    public String key(Labels labels) {
        return name + "/" + labels.only(policy.groupBy());
    }
}
