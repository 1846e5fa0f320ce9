package dev.primegate.submit;

import dev.primegate.audit.Trail;
import dev.primegate.audit.Trails;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Tells what persons did: halts, resumes, decisions on breaks, the journal, lifts of the ramp. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
class AuditResource {
    private static final int PAGE = 100;

    private final Trails trails;
    private final Access access;

    AuditResource(Trails trails, Access access) {
        this.trails = trails;
        this.access = access;
    }

    @GET
    @Path("/tenant")
    @Operation(
            operationId = "getTenantTrail",
            summary = "What persons did that concerns the caller's tenant, first first",
            description = "Of all its accounts, therefore for who keeps the books.")
    @ProblemResponses
    public TrailView tenant(
            @Parameter(description = "Where the page before ended") @QueryParam("cursor")
                    @Nullable String cursor,
            @Parameter(description = "The most that a page has, 1 to 100; 100 if absent")
                    @QueryParam("limit")
                    @Nullable String limit,
            @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.BOOKS);
        return page(Trail.of(caller.tenant()), cursor, limit);
    }

    @GET
    @Path("/house")
    @Operation(
            operationId = "getHouseTrail",
            summary = "What persons did that concerns everybody, first first",
            description = "Halts and resumes of everything, of a broker, of a symbol.")
    @ProblemResponses
    public TrailView house(
            @Parameter(description = "Where the page before ended") @QueryParam("cursor")
                    @Nullable String cursor,
            @Parameter(description = "The most that a page has, 1 to 100; 100 if absent")
                    @QueryParam("limit")
                    @Nullable String limit,
            @Context SecurityContext security) {
        access.caller(security, Role.OPERATE);
        return page(Trail.HOUSE, cursor, limit);
    }

    private TrailView page(Trail trail, @Nullable String cursor, @Nullable String limit) {
        long after = Parameters.place(cursor).map(AuditResource::version).orElse(0L);
        return TrailView.of(trail, trails.read(trail, after, Parameters.limit(limit, PAGE)));
    }

    /** What a page's cursor says; nobody else makes one. */
    private static long version(String place) {
        return Parameters.required(
                "cursor",
                "the next of a page before",
                place.matches("[1-9][0-9]{0,9}") ? place : null,
                Long::valueOf);
    }
}
