package dev.primegate.submit;

import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.alert.routing.Silence;
import dev.primegate.runtime.Ids;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Keeps alerts quiet for a while. Ends are told all the same. */
@Path("/v1/silences")
@Produces(MediaType.APPLICATION_JSON)
class SilenceResource {
    private static final Logger LOG = Logger.getLogger(SilenceResource.class);

    private final IncidentBook book;
    private final Access access;
    private final Ids ids;
    private final Clock clock;

    SilenceResource(IncidentBook book, Access access, Ids ids, Clock clock) {
        this.book = book;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listSilences", summary = "The silences that have not ended")
    @ProblemResponses
    public List<SilenceView> list(@Context SecurityContext security) {
        var _ = access.caller(security, Role.OPERATE);
        return book.silences(clock.instant()).stream().map(SilenceView::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "silence", summary = "Keep alerts quiet for a while")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SilenceRequest.class)))
    @APIResponse(responseCode = "201", description = "They are quiet; ends are told all the same")
    @ProblemResponses
    public RestResponse<SilenceView> silence(byte[] body, @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.OPERATE);
        Silence silence = SilenceDocument.read(body, ids.next(), caller.name(), clock.instant());
        book.silence(silence);
        LOG.infof(
                "event=silenced id=%s by=%s until=%s match=%s",
                silence.id(), silence.author(), silence.until(), silence.match());
        return RestResponse.status(RestResponse.Status.CREATED, SilenceView.of(silence));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "liftSilence", summary = "End a silence")
    @APIResponse(responseCode = "204", description = "It is ended, or had ended before")
    @ProblemResponses
    public void lift(@RestPath String id, @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.OPERATE);
        boolean there = book.lift(id, clock.instant());
        LOG.infof("event=silence-lifted id=%s by=%s there=%s", id, caller.name(), there);
    }
}
