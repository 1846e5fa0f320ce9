package dev.primegate.submit;

import dev.primegate.broker.Preview;
import dev.primegate.broker.PreviewOutcome;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Says what orders would cost. */
@Path("/v1/order-previews")
@Produces(MediaType.APPLICATION_JSON)
class PreviewResource {
    private final PreviewOrder previewOrder;
    private final Access access;
    private final SymbolMaster symbols;
    private final Clock clock;

    PreviewResource(PreviewOrder previewOrder, Access access, SymbolMaster symbols, Clock clock) {
        this.previewOrder = previewOrder;
        this.access = access;
        this.symbols = symbols;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "previewOrder",
            summary = "Ask a broker what an order would cost",
            description =
                    "The body is an order's. Nothing of it is written or sent, and no limit is"
                            + " looked at.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = OrderRequest.class)))
    @APIResponse(responseCode = "200", description = "What the broker says")
    @ProblemResponses
    public PreviewView preview(
            byte[] body,
            @HeaderParam("Content-Encoding") @Nullable String encoding,
            @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.TRADE);
        StrictJson.requirePlain(encoding);
        NewOrder order =
                OrderDocument.read(
                        body, caller.tenant(), Optional.empty(), symbols, clock.instant());
        Access.require(caller, order.account());
        return switch (previewOrder.preview(order, symbols.get(order.symbol()))) {
            case PreviewOrder.Answer.Said(BrokerId broker, PreviewOutcome outcome) ->
                    view(broker, order, outcome);
            case PreviewOrder.Answer.Mute(BrokerId broker) ->
                    throw new ProblemException(
                            SubmissionAnswer.denied(
                                    Denial.of(
                                            "unsupported",
                                            broker + " does not say what an order would cost")));
            case PreviewOrder.Answer.NoBroker() ->
                    throw new ProblemException(
                            Problem.of(
                                            503,
                                            "broker-down",
                                            "No broker can be reached",
                                            "each that could be asked is down; ask again")
                                    .asRetryable());
        };
    }

    private static PreviewView view(BrokerId broker, NewOrder order, PreviewOutcome outcome) {
        return switch (outcome) {
            case PreviewOutcome.Previewed(Preview preview) ->
                    PreviewView.of(broker, order, preview);
            case PreviewOutcome.Unsupported(String what) ->
                    throw new ProblemException(
                            SubmissionAnswer.denied(Denial.of("unsupported", what)));
            case PreviewOutcome.Refused(String why) ->
                    throw new ProblemException(
                            SubmissionAnswer.denied(Denial.of("preview-refused", why)));
            case PreviewOutcome.Failed(String why) ->
                    throw new ProblemException(
                            Problem.of(
                                            503,
                                            "preview-failed",
                                            "No preview came",
                                            why + "; ask again")
                                    .asRetryable());
        };
    }
}
