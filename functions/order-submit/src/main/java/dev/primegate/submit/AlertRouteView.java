package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.Labels;
import dev.primegate.alert.routing.Member;
import dev.primegate.alert.routing.Policy;
import dev.primegate.alert.routing.Route;
import dev.primegate.alert.routing.RoutingTree;
import dev.primegate.alert.routing.Silence;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who would be told.
 *
 * @param muted whether a silence or a cause keeps it quiet now
 */
@RegisterForReflection
public record AlertRouteView(List<Taken> routes, boolean muted) {
    static AlertRouteView of(
            Labels labels,
            RoutingTree tree,
            List<Incident> open,
            Collection<Silence> silences,
            Instant now) {
        List<Labels> causes =
                open.stream().flatMap(one -> one.firing().map(Member::labels)).toList();
        return new AlertRouteView(
                tree.routes(labels).stream().map(route -> Taken.of(route, labels)).toList(),
                tree.isMuted(labels, causes, silences, now));
    }

    /** A route that takes it, and the incident it would be part of. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Taken(
            String route,
            String incident,
            List<String> channels,
            List<String> fallback,
            List<String> escalatesTo,
            @Nullable Duration escalatesAfter,
            Duration groupWait,
            Duration groupInterval,
            @Nullable Duration repeat) {
        static Taken of(Route route, Labels labels) {
            Policy policy = route.policy();
            return new Taken(
                    route.name(),
                    route.key(labels),
                    policy.channels(),
                    policy.fallback(),
                    policy.escalation().map(Policy.Escalation::channels).orElse(List.of()),
                    policy.escalation().map(Policy.Escalation::after).orElse(null),
                    policy.groupWait(),
                    policy.groupInterval(),
                    policy.repeat().orElse(null));
        }
    }
}
