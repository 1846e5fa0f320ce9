package dev.primegate.submit;

import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Submits and cancels orders. */
@Path("/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
class OrderResource {
    private final TimedSubmit submitOrder;
    private final CancelOrder cancelOrder;
    private final Access access;
    private final SymbolMaster symbols;
    private final SubmitConfig config;
    private final Clock clock;

    OrderResource(
            TimedSubmit submitOrder,
            CancelOrder cancelOrder,
            Access access,
            SymbolMaster symbols,
            SubmitConfig config,
            Clock clock) {
        this.submitOrder = submitOrder;
        this.cancelOrder = cancelOrder;
        this.access = access;
        this.symbols = symbols;
        this.config = config;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "submitOrder",
            summary = "Submit an order",
            description =
                    "Sends the order once. A repeat under the same account and clOrdId never sends"
                            + " again and answers with the order as it stands.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = OrderRequest.class)))
    @APIResponse(responseCode = "201", description = "The broker has received the order")
    @APIResponse(responseCode = "202", description = "The broker's answer is not known")
    @APIResponse(responseCode = "200", description = "A repeat; see Idempotent-Replayed")
    @ProblemResponses
    public RestResponse<OrderView> submit(
            byte[] body,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @HeaderParam("Content-Encoding") @Nullable String encoding,
            @Context SecurityContext security) {
        Instant stop = clock.instant().plus(config.timeout());
        Caller caller = access.caller(security, Role.TRADE);
        StrictJson.requirePlain(encoding);
        return SubmissionAnswer.of(
                submitOrder.submit(() -> read(body, idempotencyKey, caller), stop));
    }

    private NewOrder read(byte[] body, @Nullable String idempotencyKey, Caller caller) {
        NewOrder order =
                OrderDocument.read(
                        body,
                        caller.tenant(),
                        Optional.ofNullable(idempotencyKey),
                        symbols,
                        clock.instant());
        Access.require(caller, order.account());
        return order;
    }

    @DELETE
    @Path("/{orderId}")
    @Operation(operationId = "cancelOrder", summary = "Ask the broker to cancel an order")
    @APIResponse(responseCode = "202", description = "The wish is written down")
    @ProblemResponses
    public RestResponse<OrderView> cancel(
            @RestPath String orderId, @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.TRADE);
        Order order = access.find(orderId, caller);
        if (!order.status().isOpen()) {
            throw new ProblemException(
                    Problem.of(
                                    409,
                                    "order-ended",
                                    "The order has ended",
                                    "expected an open order, found " + order.status())
                            .withOrder(orderId));
        }
        return RestResponse.accepted(OrderView.of(cancelOrder.cancel(order, caller.name())));
    }
}
