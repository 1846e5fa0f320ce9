package dev.primegate.submit;

import dev.primegate.risk.HaltCase;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import dev.primegate.risk.Resumption;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Halts trading, scope by scope, and resumes it. */
@Path("/v1/halts")
@Produces(MediaType.APPLICATION_JSON)
class HaltResource {
    private static final int NOTES = 50;

    private final HaltTrading trading;
    private final Halts halts;
    private final OutlierSwitches switches;
    private final Scopes scopes;
    private final Access access;

    HaltResource(
            HaltTrading trading,
            Halts halts,
            OutlierSwitches switches,
            Scopes scopes,
            Access access) {
        this.trading = trading;
        this.halts = halts;
        this.switches = switches;
        this.scopes = scopes;
        this.access = access;
    }

    @GET
    @Operation(
            operationId = "listHalts",
            summary = "What is halted, who did what, and which switches are off")
    @ProblemResponses
    public HaltList list(@Context SecurityContext security) {
        var _ = access.caller(security, Role.OPERATE);
        return HaltList.of(halts.cases(), halts.notes(NOTES), switches.off());
    }

    @PUT
    @Path("/{scope:.+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "halt",
            summary = "Halt a scope",
            description =
                    "all, broker:NAME, account:TENANT/ACCOUNT or symbol:SYMBOL. When this answers,"
                            + " no order that the halt forbids can be admitted any more. Asked"
                            + " again it completes what failed. Cancels are always sent.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = HaltRequest.class)))
    @APIResponse(responseCode = "200", description = "It is halted; the stricter state stands")
    @ProblemResponses
    public HaltView halt(byte[] body, @RestPath String scope, @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.OPERATE);
        HaltScope halted = scopes.read(scope);
        trading.halt(halted, HaltDocument.read(body), caller.name());
        return HaltView.of(find(halted));
    }

    @DELETE
    @Path("/{scope:.+}")
    @Operation(
            operationId = "resume",
            summary = "Resume a scope, by two persons",
            description =
                    "The first who asks is answered 202. The same by another within 15 minutes"
                            + " resumes this scope, and no other that may cover the same orders.")
    @APIResponse(responseCode = "200", description = "The scope is active")
    @APIResponse(responseCode = "202", description = "Another person must ask for the same")
    @ProblemResponses
    public RestResponse<HaltView> resume(
            @RestPath String scope,
            @Parameter(required = true, description = "Why it is safe, in 1 to 200 characters")
                    @QueryParam("reason")
                    @Nullable String reason,
            @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.APPROVE);
        HaltScope resumed = scopes.read(scope);
        var _ = find(resumed);
        return switch (halts.resume(resumed, caller.name(), Scopes.reason(reason))) {
            case Resumption.Resumed _ -> RestResponse.ok(HaltView.of(find(resumed)));
            case Resumption.Asked _ -> RestResponse.accepted(HaltView.of(find(resumed)));
            case Resumption.SecondPersonNeeded(String by, var until) ->
                    throw new ProblemException(
                            Problem.of(
                                    409,
                                    "second-person-needed",
                                    "Another person must approve",
                                    "expected somebody other than %s before %s"
                                            .formatted(by, until)));
        };
    }

    private HaltCase find(HaltScope scope) {
        Optional<HaltCase> found =
                halts.cases().stream().filter(halt -> halt.scope().equals(scope)).findFirst();
        return found.orElseThrow(() ->
                new ProblemException(
                        Problem.of(
                                404,
                                "halt-not-found",
                                "There is no such halt",
                                "expected a scope that was halted, found " + scope)));
    }
}
