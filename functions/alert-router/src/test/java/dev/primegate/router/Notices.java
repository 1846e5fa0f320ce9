package dev.primegate.router;

import dev.primegate.alert.Alert;
import dev.primegate.alert.routing.Arrivals;
import dev.primegate.alert.routing.Due;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.Policy;
import dev.primegate.alert.routing.Route;
import dev.primegate.alert.routing.RoutingTree;
import dev.primegate.testkit.MemoryIncidentBook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What channels are told, for tests. */
final class Notices {
    private Notices() {}

    /** That {@code due} is due of an incident that {@code alert} began. */
    static Notice of(Due due, Alert alert, String channel) {
        Policy policy =
                new Policy(
                        List.of(channel),
                        List.of(),
                        List.of("rule", "scope"),
                        Duration.ZERO,
                        Duration.ofMinutes(5),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        RoutingTree tree =
                new RoutingTree(new Route("root", List.of(), false, policy, List.of()), List.of());
        Incident incident =
                new Arrivals(tree, new MemoryIncidentBook()).take(alert, alert.at()).getFirst();
        return Notice.of(due, incident, channel);
    }
}
