package dev.primegate.submit;

import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.alert.routing.RoutingTree;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What is wrong, who knows of it, and who would be told of what. */
@Path("/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
class AlertResource {
    private static final Duration DAY = Duration.ofDays(1);

    /** Others write each incident at most a few times a second. */
    private static final int TRIES = 20;

    private final IncidentBook book;
    private final RoutingTree tree;
    private final Access access;
    private final Clock clock;

    AlertResource(IncidentBook book, RoutingTree tree, Access access, Clock clock) {
        this.book = book;
        this.tree = tree;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listAlerts",
            summary = "What is wrong now, and what ended in the last 24 hours")
    @ProblemResponses
    public AlertList list(@Context SecurityContext security) {
        var _ = access.caller(security, Role.OPERATE);
        Instant now = clock.instant();
        // The router puts aside, within a minute, what somebody ended here.
        Map<Boolean, List<Incident>> byEnd =
                book.open().stream().collect(Collectors.partitioningBy(Incident::isOver));
        List<Incident> ended = new ArrayList<>(book.ended(now.minus(DAY), now));
        ended.addAll(Objects.requireNonNull(byEnd.get(true)));
        return AlertList.of(Objects.requireNonNull(byEnd.get(false)), ended);
    }

    @GET
    @Path("/route")
    @Operation(
            operationId = "routeAlert",
            summary = "Who would be told of an alert with these labels; nobody is told")
    @ProblemResponses
    public AlertRouteView route(
            @Parameter(
                            required = true,
                            example = "rule=order-unknown,severity=error,broker=coinbase-prime")
                    @QueryParam("labels")
                    @Nullable String labels,
            @Context SecurityContext security) {
        var _ = access.caller(security, Role.OPERATE);
        Instant now = clock.instant();
        return AlertRouteView.of(
                AlertLabels.read(labels), tree, book.open(), book.silences(now), now);
    }

    @POST
    @Path("/{incident:.+}/acknowledge")
    @Operation(
            operationId = "acknowledgeAlert",
            summary = "Take an incident in hand",
            description =
                    "It is not repeated and goes to nobody else; PagerDuty and Slack hear of it"
                            + " within a minute.")
    @APIResponse(responseCode = "200", description = "You have it in hand, or somebody had before")
    @ProblemResponses
    public AlertList.View acknowledge(
            @RestPath String incident, @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.OPERATE);
        return change(
                incident,
                one ->
                        one.acknowledgement().isPresent()
                                ? one
                                : one.acknowledged(caller.name(), clock.instant()));
    }

    @POST
    @Path("/{incident:.+}/end")
    @Operation(
            operationId = "endAlert",
            summary = "Say that an incident is over",
            description =
                    "For what has no end of its own. Whoever was told hears of it within a"
                            + " minute; if it happens again it is a new incident.")
    @APIResponse(responseCode = "200", description = "It is over")
    @ProblemResponses
    public AlertList.View end(@RestPath String incident, @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.OPERATE);
        return change(incident, one -> one.acknowledged(caller.name(), clock.instant()).ended());
    }

    private AlertList.View change(String key, UnaryOperator<Incident> change) {
        for (int i = 0; i < TRIES; i++) {
            Incident found = find(key);
            Incident next = change.apply(found);
            if (next.equals(found)) {
                return AlertList.View.of(found);
            }
            Optional<Incident> saved = book.mark(next);
            if (saved.isPresent()) {
                return AlertList.View.of(saved.get());
            }
        }
        throw new ProblemException(
                Problem.of(
                                503,
                                "alert-busy",
                                "The alert is being written by others",
                                "expected to write it within " + TRIES + " attempts")
                        .asRetryable());
    }

    private Incident find(String key) {
        return book.find(key)
                .filter(incident -> !incident.isOver())
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                        404,
                                        "alert-not-found",
                                        "There is no such alert",
                                        "expected the incident of an open alert, found "
                                                + StrictJson.clip(key))));
    }
}
