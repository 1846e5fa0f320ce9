package dev.primegate.submit;

import dev.primegate.broker.Quote;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.Denial;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Asks for quotes. */
@Path("/v1/quotes")
@Produces(MediaType.APPLICATION_JSON)
class QuoteResource {
    private final AskForQuote askForQuote;
    private final Access access;
    private final SymbolMaster symbols;

    QuoteResource(AskForQuote askForQuote, Access access, SymbolMaster symbols) {
        this.askForQuote = askForQuote;
        this.access = access;
        this.symbols = symbols;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askForQuote",
            summary = "Ask a broker for a price it will trade at",
            description =
                    "Nothing trades by it. To take it, submit an order with ordType"
                            + " PREVIOUSLY_QUOTED, its quoteId and its price (offerPx to buy, bidPx to"
                            + " sell) before validUntilTime. One order can take it.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = QuoteAsk.class)))
    @APIResponse(responseCode = "201", description = "The broker's quote")
    @ProblemResponses
    public RestResponse<QuoteView> ask(
            byte[] body,
            @HeaderParam("Content-Encoding") @Nullable String encoding,
            @Context SecurityContext security) {
        Caller caller = access.caller(security, Role.TRADE);
        StrictJson.requirePlain(encoding);
        QuoteDocument.Wish wish = QuoteDocument.read(body, caller.tenant(), symbols);
        Access.require(caller, wish.request().account());
        return answer(askForQuote.ask(wish.request(), wish.broker(), wish.instrument()));
    }

    private static RestResponse<QuoteView> answer(AskForQuote.Answer answer) {
        return switch (answer) {
            case AskForQuote.Answer.Given(Quote quote) ->
                    RestResponse.status(RestResponse.Status.CREATED, QuoteView.of(quote));
            case AskForQuote.Answer.Denied(Denial denial) ->
                    throw new ProblemException(SubmissionAnswer.denied(denial));
            case AskForQuote.Answer.Refused(String why) ->
                    throw new ProblemException(
                            Problem.of(422, "quote-refused", "The broker gives no quote", why));
            case AskForQuote.Answer.Failed(String why) ->
                    throw new ProblemException(
                            Problem.of(503, "quote-failed", "No quote came", why + "; ask again")
                                    .asRetryable());
            case AskForQuote.Answer.NoBroker() ->
                    throw new ProblemException(
                            Problem.of(
                                            503,
                                            "broker-down",
                                            "No broker can be reached",
                                            "each that could be asked is down; ask again")
                                    .asRetryable());
        };
    }
}
