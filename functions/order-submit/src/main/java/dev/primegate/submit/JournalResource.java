package dev.primegate.submit;

import dev.primegate.ledger.Booking;
import dev.primegate.ledger.Journal;
import dev.primegate.ledger.JournalEntry;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Takes facts that move positions without a trade. */
@Path("/v1/journal")
@Produces(MediaType.APPLICATION_JSON)
class JournalResource {
    private static final Logger LOG = Logger.getLogger(JournalResource.class);

    private final Journal journal;
    private final JournalDocument documents;
    private final Access access;

    JournalResource(Journal journal, JournalDocument documents, Access access) {
        this.journal = journal;
        this.documents = documents;
        this.access = access;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "bookJournalEntry",
            summary = "Move positions without a trade",
            description =
                    "Positions and headroom move once for each id. OPENING and ADJUSTMENT are"
                            + " booked when another person posts the same within 24 hours.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = JournalRequest.class)))
    @APIResponse(responseCode = "201", description = "It is booked")
    @APIResponse(responseCode = "200", description = "It was booked before; nothing moved")
    @APIResponse(responseCode = "202", description = "Another person must post the same")
    @ProblemResponses
    public RestResponse<JournalView> book(byte[] body, @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.BOOKS);
        JournalEntry entry = documents.read(body, caller);
        Booking booking = journal.book(entry, caller.name());
        LOG.infof(
                "event=journal entry=%s kind=%s by=%s outcome=%s",
                entry.id(), entry.kind(), caller.name(), booking.getClass().getSimpleName());
        return switch (booking) {
            case Booking.Booked _ ->
                    ResponseBuilder.create(RestResponse.Status.CREATED, JournalView.booked(entry))
                            .build();
            case Booking.Known _ ->
                    ResponseBuilder.ok(JournalView.booked(entry))
                            .header("Idempotent-Replayed", true)
                            .build();
            case Booking.Asked(var until) -> RestResponse.accepted(JournalView.asked(entry, until));
            case Booking.SecondPersonNeeded(String by, var until) ->
                    throw new ProblemException(
                            Problem.of(
                                    409,
                                    "second-person-needed",
                                    "Another person must approve",
                                    "expected somebody other than %s before %s"
                                            .formatted(by, until)));
            case Booking.Reused _ ->
                    throw new ProblemException(
                            Problem.of(
                                    422,
                                    "journal-id-reused",
                                    "The id belongs to another entry",
                                    "expected an id that says nothing else, found " + entry.id()));
        };
    }
}
