package dev.primegate.submit;

import dev.primegate.breaks.Break;
import dev.primegate.breaks.BreakLog;
import dev.primegate.breaks.BreakMove;
import dev.primegate.breaks.BreakStep;
import dev.primegate.order.Account;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Shows breaks, and takes steps with them. */
@Path("/v1/breaks")
@Produces(MediaType.APPLICATION_JSON)
class BreakResource {
    private static final int LISTED = 100;

    private final BreakLog log;
    private final BreakLookup lookup;
    private final Access access;
    private final Clock clock;

    BreakResource(BreakLog log, BreakLookup lookup, Access access, Clock clock) {
        this.log = log;
        this.lookup = lookup;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listBreaks",
            summary = "The caller's breaks, latest first",
            description = "Those that are not closed, or, with closed=true, those that are.")
    @ProblemResponses
    public BreakList list(
            @QueryParam("account") @Nullable String account,
            @QueryParam("closed") @DefaultValue("false") boolean closed,
            @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.READ);
        Optional<Account> wanted =
                Optional.ofNullable(account)
                        .map(name -> OrderLookupResource.parameter("account", name, Account::new));
        return new BreakList(
                lookup.list(caller, wanted, new BreakLog.Query(closed, LISTED)).stream()
                        .map(this::view)
                        .toList());
    }

    @GET
    @Path("/{breakId}")
    @Operation(operationId = "getBreak", summary = "A break with its evidence")
    @ProblemResponses
    public BreakView get(@RestPath String breakId, @Context SecurityContext security) {
        return view(lookup.find(breakId, access.caller(security, Role.READ)));
    }

    @GET
    @Path("/{breakId}/notes")
    @Operation(operationId = "getBreakNotes", summary = "What was done with a break, in order")
    @ProblemResponses
    public BreakNotesView notes(@RestPath String breakId, @Context SecurityContext security) {
        Break one = lookup.find(breakId, access.caller(security, Role.READ));
        return BreakNotesView.of(one.id(), log.notes(one.id()));
    }

    @POST
    @Path("/{breakId}/take")
    @Operation(operationId = "takeBreak", summary = "Look into a break; the caller owns it then")
    @ProblemResponses
    public BreakView take(@RestPath String breakId, @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.OPERATE);
        return step(
                lookup.find(breakId, caller), new BreakStep.Take(caller.name(), clock.instant()));
    }

    @POST
    @Path("/{breakId}/explain")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "explainBreak",
            summary = "Say why a break is there and may stay",
            description = "It opens again by itself if more is at stake.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = BreakEnd.class)))
    @ProblemResponses
    public BreakView explain(
            byte[] body, @RestPath String breakId, @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.OPERATE);
        Break one = lookup.find(breakId, caller);
        BreakDocument.End end = BreakDocument.end(body);
        return step(
                one,
                new BreakStep.Explain(
                        caller.name(), clock.instant(), end.reason(), end.evidence()));
    }

    @POST
    @Path("/{breakId}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "closeBreak",
            summary = "Close a break, with a reason and evidence",
            description = "It opens again by itself if newer books still show it.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = BreakEnd.class)))
    @ProblemResponses
    public BreakView close(
            byte[] body, @RestPath String breakId, @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.OPERATE);
        Break one = lookup.find(breakId, caller);
        BreakDocument.End end = BreakDocument.end(body);
        return step(
                one,
                new BreakStep.Close(caller.name(), clock.instant(), end.reason(), end.evidence()));
    }

    @POST
    @Path("/{breakId}/reopen")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "reopenBreak", summary = "Open a break that was done with")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = BreakReopening.class)))
    @ProblemResponses
    public BreakView reopen(
            byte[] body, @RestPath String breakId, @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.OPERATE);
        Break one = lookup.find(breakId, caller);
        String why = BreakDocument.reopening(body);
        return step(one, new BreakStep.Reopen(caller.name(), clock.instant(), why));
    }

    private BreakView step(Break one, BreakStep step) {
        return switch (log.apply(one.id(), step)) {
            case BreakMove.Moved moved -> view(moved.now());
            case BreakMove.Unchanged unchanged -> view(unchanged.now());
            case BreakMove.Refused(String why) ->
                    throw new ProblemException(
                            Problem.of(
                                    409, "break-step-refused", "The break does not stand so", why));
        };
    }

    private BreakView view(Break one) {
        return BreakView.of(one, clock.instant());
    }
}
