package dev.primegate.submit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.instrument.SymbolMaster;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Submits many orders in one request; each stands for itself. */
@Path("/v1/orders:batch")
@Produces(MediaType.APPLICATION_JSON)
class BatchResource {
    private final TimedSubmit submitOrder;
    private final Access access;
    private final SymbolMaster symbols;
    private final SubmitConfig config;
    private final Clock clock;

    BatchResource(
            TimedSubmit submitOrder,
            Access access,
            SymbolMaster symbols,
            SubmitConfig config,
            Clock clock) {
        this.submitOrder = submitOrder;
        this.access = access;
        this.symbols = symbols;
        this.config = config;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "submitOrders",
            summary = "Submit up to 100 orders",
            description =
                    "Each order is checked and sent as if it came alone, in no order; one that is"
                            + " refused does not stop the others. The results stand in the order of"
                            + " the orders, each with the status and the body it would have had alone.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = BatchRequest.class)))
    @ProblemResponses
    public BatchResults submit(
            byte[] body,
            @HeaderParam("Content-Encoding") @Nullable String encoding,
            @Context SecurityContext security) {
        Instant stop = clock.instant().plus(config.timeout());
        Caller caller = access.caller(security, Role.TRADE);
        StrictJson.requirePlain(encoding);
        List<JsonNode> orders = BatchDocument.read(body);
        return new BatchResults(
                Beside.each(
                        orders,
                        config.batchParallel(),
                        node -> Problems.guard(() -> one(node, caller, stop))));
    }

    private BatchResults.Result one(JsonNode node, Caller caller, Instant stop) {
        if (!(node instanceof ObjectNode object)) {
            throw new ProblemException(
                    Problem.of(
                            400,
                            "malformed-json",
                            "An order is not the JSON expected",
                            "expected an object, found " + StrictJson.kind(node)));
        }
        return BatchResults.Result.of(
                SubmissionAnswer.placed(submitOrder.submit(() -> read(object, caller), stop)));
    }

    private NewOrder read(ObjectNode object, Caller caller) {
        NewOrder order =
                OrderDocument.read(
                        object, caller.tenant(), Optional.empty(), symbols, clock.instant());
        Access.require(caller, order.account());
        return order;
    }
}
